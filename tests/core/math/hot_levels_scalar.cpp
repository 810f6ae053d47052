#define RUN run_scalar
#include "tests/core/math/hot_levels_kernel.h"

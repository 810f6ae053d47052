#define RUN run_v4
#include "tests/core/math/hot_levels_kernel.h"

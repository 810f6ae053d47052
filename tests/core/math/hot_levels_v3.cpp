#define RUN run_v3
#include "tests/core/math/hot_levels_kernel.h"

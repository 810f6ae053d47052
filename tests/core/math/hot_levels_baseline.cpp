#define RUN run_baseline
#include "tests/core/math/hot_levels_kernel.h"

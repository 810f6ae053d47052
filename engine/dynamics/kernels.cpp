#include "engine/dynamics/hot_case.h"
#include "engine/dynamics/hot_life.h"
#include "engine/dynamics/hot_pass.h"

namespace zhaimao {

LiveKernel live_kernel_baseline();
LiveKernel live_kernel_v3();
LiveKernel live_kernel_v4();

LifeKernel life_kernel_baseline();
LifeKernel life_kernel_v3();
LifeKernel life_kernel_v4();

CaseKernels case_kernels_baseline();
CaseKernels case_kernels_v3();
CaseKernels case_kernels_v4();

LifeKernel life_kernel(Isa isa) {
    return of_level(isa, life_kernel_baseline, life_kernel_v3, life_kernel_v4)();
}

CaseKernels case_kernels(Isa isa) {
    return of_level(isa, case_kernels_baseline, case_kernels_v3, case_kernels_v4)();
}

LiveKernel live_kernel(Isa isa) {
    return of_level(isa, live_kernel_baseline, live_kernel_v3, live_kernel_v4)();
}

}  // namespace zhaimao

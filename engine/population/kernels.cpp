#include "engine/population/hot_attributes.h"
#include "engine/population/hot_draft.h"
#include "engine/population/hot_marginals.h"
#include "engine/population/hot_register.h"
#include "engine/population/hot_start.h"

namespace zhaimao {

DraftKernels draft_kernels_baseline();
DraftKernels draft_kernels_v3();
DraftKernels draft_kernels_v4();

DrawAttributes attribute_kernel_baseline();
DrawAttributes attribute_kernel_v3();
DrawAttributes attribute_kernel_v4();

CountMarginals marginal_kernel_baseline();
CountMarginals marginal_kernel_v3();
CountMarginals marginal_kernel_v4();

OrderEntry register_kernel_baseline();
OrderEntry register_kernel_v3();
OrderEntry register_kernel_v4();

StartKernels start_kernels_baseline();
StartKernels start_kernels_v3();
StartKernels start_kernels_v4();

DraftKernels draft_kernels(Isa isa) {
    return of_level(isa, draft_kernels_baseline, draft_kernels_v3, draft_kernels_v4)();
}

DrawAttributes attribute_kernel(Isa isa) {
    return of_level(isa, attribute_kernel_baseline, attribute_kernel_v3, attribute_kernel_v4)();
}

CountMarginals marginal_kernel(Isa isa) {
    return of_level(isa, marginal_kernel_baseline, marginal_kernel_v3, marginal_kernel_v4)();
}

OrderEntry register_kernel(Isa isa) {
    return of_level(isa, register_kernel_baseline, register_kernel_v3, register_kernel_v4)();
}

StartKernels start_kernels(Isa isa) {
    return of_level(isa, start_kernels_baseline, start_kernels_v3, start_kernels_v4)();
}

}  // namespace zhaimao

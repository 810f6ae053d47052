#include "engine/population/hot_draft.h"

namespace zhaimao {

DraftKernels draft_kernels_baseline();
DraftKernels draft_kernels_v3();
DraftKernels draft_kernels_v4();

DraftKernels draft_kernels(Isa isa) {
    switch (isa) {
        case Isa::v4:
            return draft_kernels_v4();
        case Isa::v3:
            return draft_kernels_v3();
        case Isa::baseline:
            break;
    }
    return draft_kernels_baseline();
}

}  // namespace zhaimao

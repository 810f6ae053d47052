#include "engine/dynamics/hot_pass.h"

namespace zhaimao {

LiveKernel live_kernel_baseline();
LiveKernel live_kernel_v3();
LiveKernel live_kernel_v4();

LiveKernel live_kernel(Isa isa) {
    switch (isa) {
        case Isa::v4:
            return live_kernel_v4();
        case Isa::v3:
            return live_kernel_v3();
        case Isa::baseline:
            break;
    }
    return live_kernel_baseline();
}

}  // namespace zhaimao

#include "engine/dynamics/hot_life.h"
#include "engine/dynamics/hot_pass.h"

namespace zhaimao {

LiveKernel live_kernel_baseline();
LiveKernel live_kernel_v3();
LiveKernel live_kernel_v4();

LifeKernel life_kernel_baseline();
LifeKernel life_kernel_v3();
LifeKernel life_kernel_v4();

LifeKernel life_kernel(Isa isa) {
    switch (isa) {
        case Isa::v4:
            return life_kernel_v4();
        case Isa::v3:
            return life_kernel_v3();
        case Isa::baseline:
            break;
    }
    return life_kernel_baseline();
}

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

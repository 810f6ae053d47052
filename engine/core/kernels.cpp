#include "engine/core/hot_words.h"

namespace zhaimao {

WordsKernel words_kernel_baseline();
WordsKernel words_kernel_v3();
WordsKernel words_kernel_v4();

WordsKernel words_kernel(Isa isa) {
    return of_level(isa, words_kernel_baseline, words_kernel_v3, words_kernel_v4)();
}

std::vector<std::uint64_t> words_of(const Draws& draws, WordsKernel kernel,
                                    std::span<const std::uint32_t> households, std::uint32_t area,
                                    int year, Purpose purpose) {
    std::vector<std::uint64_t> words(households.size());
    kernel({households.data(), households.size(), area, draws.replicate(purpose.chance),
            year_and_purpose(year, purpose), draws.key_0(), draws.key_1(), words.data()});
    return words;
}

}  // namespace zhaimao

#include "engine/core/hot_words.h"

#include "engine/core/random/philox.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

void draw(const WordsPass& p) {
    philox_list(p.serials, p.households, p.area, p.replicate, p.year_purpose, p.key0, p.key1,
                p.words);
}

}  // namespace

WordsKernel ZHAIMAO_NAME(words_kernel_, ZHAIMAO_ISA)() {
    return draw;
}

}  // namespace zhaimao

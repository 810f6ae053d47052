// The words of a block of households for the loops that the engine is held against: from the
// engine's own loop, or, where ZHAIMAO_PLAIN is defined, from a plain one, as a programmer writes
// it and as the compiler vectorises it. The same words.
#pragma once

#include "engine/core/random/philox.h"

namespace zhaimao {

// `counter` and `key` as philox4x32 has them; the first household's serial is counter.w0.
template <std::size_t n>
static inline void draw_words(Words counter, Words key, std::uint32_t (&words)[4][n]) {
#if defined(ZHAIMAO_PLAIN)
    for (std::uint32_t i = 0; i < n; ++i) {
        const Words w =
            philox4x32({counter.w0 + i, counter.w1, counter.w2, counter.w3}, key.w0, key.w1);
        words[0][i] = w.w0, words[1][i] = w.w1, words[2][i] = w.w2, words[3][i] = w.w3;
    }
#else
    philox_block(counter.w0, n, counter.w1, counter.w2, counter.w3, key.w0, key.w1, words[0],
                 words[1], words[2], words[3]);
#endif
}

}  // namespace zhaimao

// To which commands an option says something.
#pragma once

#include <functional>
#include <string_view>

namespace zhaimao {

// Throws InputError where one of the options that `is_given` says nothing to `command`: naming the
// option and the commands that it belongs to. How to compute and print (--threads, --isa, --lang,
// --quiet) may be said to all of them.
void refuse_meaningless(std::string_view command,
                        const std::function<bool(std::string_view option)>& is_given);

}  // namespace zhaimao

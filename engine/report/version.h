// Which program this is: what `--version` and manifests name.
#pragma once

#include <string_view>

namespace zhaimao {

[[nodiscard]] std::string_view program_version();  // "0.1.0"
[[nodiscard]] std::string_view
git_commit();  // of the sources when they were configured, or "unknown"
// Of that commit's engine/ and CMakeLists.txt alone: the same where nothing that computes differs.
[[nodiscard]] std::string_view git_sources();
[[nodiscard]] std::string_view compiler();  // "g++ 12.2.0"

}  // namespace zhaimao

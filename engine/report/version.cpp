#include "engine/report/version.h"

// Set by the build system; sources compiled without it are of no known version.
#ifndef ZHAIMAO_VERSION
#define ZHAIMAO_VERSION "unknown"
#endif
#ifndef ZHAIMAO_GIT_COMMIT
#define ZHAIMAO_GIT_COMMIT "unknown"
#endif
#ifndef ZHAIMAO_GIT_SOURCES
#define ZHAIMAO_GIT_SOURCES "unknown"
#endif

namespace zhaimao {

std::string_view program_version() {
    return ZHAIMAO_VERSION;
}
std::string_view git_commit() {
    return ZHAIMAO_GIT_COMMIT;
}
std::string_view git_sources() {
    return ZHAIMAO_GIT_SOURCES;
}

std::string_view compiler() {
#if defined(__clang__)
    return "clang " __clang_version__;
#else
    return "g++ " __VERSION__;
#endif
}

}  // namespace zhaimao

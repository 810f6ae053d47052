#include "engine/io/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "engine/core/diagnostics.h"

namespace zhaimao {
namespace {

// Not std::filesystem's: of a folder that is not there it says no name.
std::filesystem::path temporary_folder() {
    const char* named = std::getenv("TMPDIR");
    return named == nullptr || *named == '\0' ? "/tmp" : named;
}

// Calls step(bytes done) until all are done. It says how many more it did; 0: there are no more.
template <class Step>
bool in_steps(std::size_t bytes, const Step& step) {
    std::size_t done = 0;
    while (done < bytes) {
        const ssize_t more = step(done);
        if (more < 0 && errno == EINTR) continue;
        if (more == 0) errno = EIO;
        if (more <= 0) return false;
        done += static_cast<std::size_t>(more);
    }
    return true;
}

off_t place(std::size_t at, std::size_t done) {
    return static_cast<off_t>(at * sizeof(double) + done);
}

}  // namespace

void TemporaryFile::fail(const char* what, int error) const {
    throw MachineError(folder_.string() + ": a temporary file " + what + " (" +
                       std::generic_category().message(error) +
                       "). Let TMPDIR name another folder");
}

TemporaryFile::TemporaryFile() : folder_(temporary_folder()) {
    std::string path = (folder_ / "zhaimao-XXXXXX").string();
    handle_ = ::mkostemp(path.data(), O_CLOEXEC);
    if (handle_ < 0) fail("cannot be made", errno);
    ::unlink(path.c_str());
}

TemporaryFile::~TemporaryFile() {
    ::close(handle_);
}

void TemporaryFile::reserve(std::size_t numbers) {
    while (::fallocate(handle_, 0, 0, place(numbers, 0)) != 0) {
        if (errno == EINTR) continue;
        if (errno != EOPNOTSUPP && errno != ENOSYS) fail("cannot be written", errno);
        is_synced_ = true;
        return;
    }
}

void TemporaryFile::write(std::size_t at, std::span<const double> numbers) {
    const auto* bytes = reinterpret_cast<const char*>(numbers.data());
    if (!in_steps(numbers.size_bytes(), [&](std::size_t done) {
            return ::pwrite(handle_, bytes + done, numbers.size_bytes() - done, place(at, done));
        }))
        fail("cannot be written", errno);
    if (is_synced_ && ::fdatasync(handle_) != 0 && errno != EINVAL) fail("cannot be synced", errno);
}

void TemporaryFile::read(std::size_t at, std::span<double> numbers) const {
    auto* bytes = reinterpret_cast<char*>(numbers.data());
    if (!in_steps(numbers.size_bytes(), [&](std::size_t done) {
            return ::pread(handle_, bytes + done, numbers.size_bytes() - done, place(at, done));
        }))
        fail("cannot be read", errno);
}

}  // namespace zhaimao

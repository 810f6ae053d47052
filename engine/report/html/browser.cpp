#include "engine/report/html/browser.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/report/run_file.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 4> browsers{"chromium", "chromium-browser", "google-chrome",
                                              "google-chrome-stable"};
constexpr std::chrono::seconds most_time{60};
constexpr std::chrono::milliseconds pause{10};

fs::path find_browser() {
    const char* path = std::getenv("PATH");
    for (const char* name : browsers) {
        std::istringstream folders(path == nullptr ? "" : path);
        for (std::string folder; std::getline(folders, folder, ':');)
            if (::access((fs::path(folder) / name).c_str(), X_OK) == 0)
                return fs::path(folder) / name;
    }
    throw InputError(
        "report: PDF and SVG files are drawn by Chromium, and none is installed (no chromium or "
        "google-chrome in PATH). Install it, or write -o FILE.html and print or save from any "
        "browser");
}

// A folder of its own for the page and the browser's profile, gone afterwards.
class Workplace {
   public:
    Workplace() {
        std::string name = (fs::temp_directory_path() / "zhaimao-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw MachineError(name + ": cannot be made (for the browser)");
        path = name;
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    fs::path path;
};

pid_t start(const std::vector<std::string>& command, const fs::path& output) {
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A process group of its own: a signal of the terminal reaches us alone, and we all of it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = 0;
    const int error =
        ::posix_spawn(&child, words[0], &actions, &attributes, words.data(), ::environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw MachineError(command[0] + ": cannot be started");
    return child;
}

void finish(pid_t child, const std::string& program, const std::atomic<bool>& cancel) {
    const auto end = std::chrono::steady_clock::now() + most_time;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (cancel || std::chrono::steady_clock::now() > end) {
            ::kill(-child, SIGKILL);
            ::waitpid(child, &status, 0);
            break;
        }
        std::this_thread::sleep_for(pause);
    }
    if (cancel) throw MachineError("interrupted; nothing was written");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw MachineError(program + ": could not draw the page");
}

// What the browser prints to standard output. `#svg` makes the page write its charts out.
std::string browse(const std::string& page, const std::vector<std::string>& options,
                   const std::string& fragment, const std::atomic<bool>& cancel) {
    const std::string browser = find_browser().string();
    const Workplace place;
    const fs::path file = place.path / "page.html", output = place.path / "output";
    std::ofstream(file, std::ios::binary) << page;
    std::vector<std::string> command{browser,
                                     "--headless",
                                     "--disable-gpu",
                                     "--disable-quic",
                                     "--disable-sync",
                                     "--disable-background-networking",
                                     "--disable-component-update",
                                     "--no-first-run",
                                     "--user-data-dir=" + (place.path / "profile").string()};
    if (::geteuid() == 0) command.emplace_back("--no-sandbox");  // it refuses to be root with one
    command.insert(command.end(), options.begin(), options.end());
    command.push_back("file://" + file.string() + fragment);
    finish(start(command, output), browser, cancel);
    return run_file_text(output);
}

std::string unescaped(const std::string& text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> entities{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\u00a0"}, {"&amp;", "&"}}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::string_view put = std::string_view(text).substr(i, 1);
        std::size_t taken = 1;
        for (const auto& [entity, meant] : entities)
            if (text.compare(i, entity.size(), entity) == 0) put = meant, taken = entity.size();
        out += put;
        i += taken;
    }
    return out;
}

}  // namespace

void print_page(const std::string& page, const fs::path& pdf, const std::atomic<bool>& cancel) {
    (void)browse(page, {"--no-pdf-header-footer", "--print-to-pdf=" + fs::absolute(pdf).string()},
                 "", cancel);
    if (!fs::exists(pdf)) throw MachineError(pdf.string() + ": the browser did not write it");
}

std::map<std::string, std::string> charts_in(const std::string& written_back) {
    const std::string begin = "<pre id=\"svg-", end = "</pre>";
    std::map<std::string, std::string> charts;
    std::size_t at = written_back.find(begin);
    while (at != std::string::npos) {
        const std::size_t id = at + begin.size(), text = written_back.find("\">", id) + 2;
        const std::size_t stop = written_back.find(end, text);
        if (stop == std::string::npos) break;
        charts[written_back.substr(id, text - 2 - id)] =
            unescaped(written_back.substr(text, stop - text));
        at = written_back.find(begin, stop);
    }
    return charts;
}

std::map<std::string, std::string> drawn_charts(const std::string& page,
                                                const std::atomic<bool>& cancel) {
    std::map<std::string, std::string> charts =
        charts_in(browse(page, {"--dump-dom"}, "#svg", cancel));
    if (charts.empty()) throw InputError("report: there is no chart in what was chosen");
    return charts;
}

}  // namespace zhaimao

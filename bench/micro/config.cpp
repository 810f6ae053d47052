// Claim: configuration tries nobody's patience. A table of 10,000 rows and five columns is loaded,
// settled, joined, read child by child and checked for unread keys in under 50 ms; Linfen's whole
// configuration is read and resolved in under 30 ms.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "engine/core/config/reading.h"
#include "engine/io/compose.h"
#include "engine/io/csv_reader.h"
#include "engine/simulation/project.h"

using namespace zhaimao;

namespace {

constexpr int rows = 10000;

std::string table_text() {
    std::string text = "village,rural_people (people),label.en,label.zh,growth (%),source\n";
    for (int i = 0; i < rows; ++i) {
        const std::string n = std::to_string(i);
        text += "village_" + n + "," + n + ",Village " + n + ",村" + n +
                ",7.5,a yearbook of villages\n";
    }
    return text;
}

struct Files {
    Files()
        : folder(std::filesystem::temp_directory_path() /
                 ("zhaimao-bench-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "t.csv") << table_text();
        std::ofstream(folder / "s.yaml") << "zhaimao: 1\nvillages: {table: t.csv}\n";
    }
    ~Files() { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

double read_villages(const Node& tree, Diagnostics& diagnostics) {
    Reading reading(diagnostics);
    double people = 0.0;
    for (Block& village : reading.root(tree).block("villages", "all of them").children()) {
        people += village.number({"rural_people", unit::people, non_negative, "people"});
        people += village.number({"growth", unit::number, any_number, "growth"});
        people += static_cast<double>(village.label("label", "its name").zh.size());
    }
    reading.finish();
    return people;
}

void csv_of_10000_rows(benchmark::State& state) {
    const std::string text = table_text();
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(read_csv_text(text, "t.csv", diagnostics));
    }
}
BENCHMARK(csv_of_10000_rows)->Unit(benchmark::kMillisecond);

void table_of_10000_rows(benchmark::State& state) {
    const Files files;
    for (auto _ : state) {
        Diagnostics diagnostics;
        const Configuration c = compose((files.folder / "s.yaml").string(), {}, diagnostics);
        benchmark::DoNotOptimize(read_villages(c.tree, diagnostics));
        diagnostics.throw_if_errors();
    }
}
BENCHMARK(table_of_10000_rows)->Unit(benchmark::kMillisecond);

void linfen_load_project(benchmark::State& state) {
    for (auto _ : state) {
        std::vector<std::string> warnings;
        benchmark::DoNotOptimize(
            load_project(ZHAIMAO_SOURCE_DIR "/scenarios/linfen-plan.yaml", {}, warnings));
    }
}
BENCHMARK(linfen_load_project)->Unit(benchmark::kMillisecond);

}  // namespace

// What libFuzzer and the replay of its corpus do with a run of bytes, and what must hold whatever
// the bytes are: a message or a tree, every message one line that prints, and a tree that reads
// back as it was written. A ContractViolation, and anything else that comes out, is a finding.
#pragma once

#include <string_view>

// All that the program does with a scenario file before it simulates, and, where the text is short,
// with a `--set` of it.
void try_loader(std::string_view bytes);

// A CSV file behind `{table: file.csv}`.
void try_csv(std::string_view bytes);

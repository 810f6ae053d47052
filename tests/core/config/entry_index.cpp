#include "engine/core/config/entry_index.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("an index finds the first entry of a key, however many there are",
          "[core][config][entry_index]") {
    std::vector<Entry> entries;
    EntryIndex index;
    for (std::size_t i = 0; i < 2000; ++i) {
        const std::string key = "key" + std::to_string(i);
        CHECK_FALSE(index.find(entries, key));
        entries.push_back({key, Place{}, Node{}});  // the vector moves its entries as it grows
        CHECK(index.find(entries, key) == i);
    }
    entries.push_back({"key7", Place{}, Node{}});
    CHECK(index.find(entries, "key7") == 7u);
    CHECK(index.find(entries, "key0") == 0u);
    CHECK(index.find(entries, "key1999") == 1999u);
    CHECK_FALSE(index.find(entries, "key2000"));
    CHECK_FALSE(index.find(entries, ""));
}

// Prices of another year: "2300 yuan/person/year @2010" restated by a price index.
//
//   value in prices of t = value * index(t) / index(2010)
//
// Only the years that some value needs are read, so that an index may hold years that are known
// too late for this reading.
#pragma once

#include <map>
#include <optional>

#include "engine/core/config/block.h"
#include "engine/core/config/path.h"

namespace zhaimao {

class Prices {
   public:
    // `series` is by year; values that are not by year are restated to the prices of `year`.
    void set(const Node& series, const Key& key, int year);

    // index(to) / index(from), without `to` that of the year set; nullopt: no index, or a year is
    // missing, and reported at `node`, which is in prices of `from`.
    std::optional<double> factor(int from, std::optional<int> to, const Node& node,
                                 const PathTo& path, Reading& reading);

   private:
    std::optional<double> index(int year, Reading& reading);

    const Node* series_ = nullptr;
    Key key_;
    int year_ = 0;
    std::map<int, std::optional<double>> known_;  // years asked so far
};

}  // namespace zhaimao

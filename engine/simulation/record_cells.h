// Where the numbers of one area and year go in the record.
#pragma once

#include <cstdint>

#include "engine/simulation/world.h"

namespace zhaimao {

struct RecordCells {
    World& world;
    std::size_t area;
    int year;

    void set(Indicator indicator, double value) const {
        world.record[world.layout.area_year(indicator, area, year)] = value;
    }
    void set(Indicator indicator, std::int64_t value) const {
        set(indicator, static_cast<double>(value));
    }
    void set(std::size_t intervention, Service service, double value) const {
        world.record[world.layout.service(intervention, service, area, year)] = value;
    }
    // Of the twentieths of people by income.
    void set_ventile(std::size_t ventile, double value) const {
        world.record[world.layout.ventile(ventile, area, year)] = value;
    }
};

}  // namespace zhaimao

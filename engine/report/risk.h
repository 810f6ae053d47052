// How much a county is at risk of missing its year, to be compared with others.
#pragma once

namespace zhaimao {

struct Risk {
    double p_on_time = 0.0;
    double mean_delay = 0.0;  // years
    double too_many = 0.0;    // people, when late; zero where there are none

    // Less probably in time; among equals the longer delay, then the more people too many.
    [[nodiscard]] bool exceeds(const Risk& other) const {
        if (p_on_time != other.p_on_time) return p_on_time < other.p_on_time;
        if (mean_delay != other.mean_delay) return mean_delay > other.mean_delay;
        return too_many > other.too_many;
    }
};

}  // namespace zhaimao

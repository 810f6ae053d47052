#include "engine/report/sweep_words.h"

namespace zhaimao {
namespace {

constexpr SweepWords english{
    .head = "{} | {}, {} points, {} factors | {}{}, seed {}",
    .own_luck = ", luck of its own for each point",
    .own_luck_note = " Each point has luck of its own.",
    .design = "{}, {} points, {} factors",
    .design_note = "Design: {}, of the scenario {} ({}).",
    .of_outcome = "{}: {}",
    .range = ": mean {}, {} to {} over the points",
    .no_indices = "{} of {} points have no outcome: without them no index of a grid can be given.",
    .left_out = "{} of {} points have no outcome, and are left out.",
    .factor = "Factor",
    .failed = "Points that failed and have no outcomes: {}",
    .failed_point = "point {}: {}",
    .more_failed = "... and {} more: table `failure` of the store has them all.",
    .status = "{}: {}\n{}",
    .together = "All parts together: {}",
    .interrupted = "Interrupted: {} of {} points are saved. Go on with: {}",
    .shard = "Wrote {}. When all parts are there: {}",
};

constexpr SweepWords chinese{
    .head = "{} | {}，{}个点，{}个因素 | {}{}，种子{}",
    .own_luck = "，各点随机数独立",
    .own_luck_note = "各点随机数独立。",
    .design = "{}，{}个点，{}个因素",
    .design_note = "设计：{}，情景：{}（{}）。",
    .of_outcome = "{}：{}",
    .range = "：均值{}，各点{}至{}",
    .no_indices = "{1}个点中有{0}个没有结果，网格缺点时无法给出指数。",
    .left_out = "{1}个点中有{0}个没有结果，未计入。",
    .factor = "因素",
    .failed = "{}个点失败，没有结果：",
    .failed_point = "第{}点：{}",
    .more_failed = "……另有{}个，见存储文件的failure表。",
    .status = "{}：{}\n{}",
    .together = "各部分合计：{}",
    .interrupted = "已中断：{}/{}个点已保存。继续：{}",
    .shard = "已写入{}。各部分完成后：{}",
};

constexpr std::array<std::string_view, 6> design_en{"grid",   "one at a time", "Latin hypercube",
                                                    "Sobol'", "Saltelli",      "Morris"};
constexpr std::array<std::string_view, 6> design_zh{"网格",       "逐个变动", "拉丁超立方",
                                                    "索博尔序列", "萨尔特利", "莫里斯"};

}  // namespace

const SweepWords& sweep_words(Language language) {
    return language == Language::zh ? chinese : english;
}

std::string_view design_word(DesignKind kind, Language language) {
    return (language == Language::zh ? design_zh : design_en)[static_cast<std::size_t>(kind)];
}

bool has_no_unit(std::string_view index) {
    return index == "S1" || index == "ST" || index == "rank_correlation";
}

std::string_view index_word(std::string_view index, Language language) {
    struct Word {
        std::string_view index, en, zh;
    };
    constexpr std::array words{Word{"S1", "S1", "一阶指数S1"},
                               Word{"ST", "ST", "总指数ST"},
                               Word{"mu_star", "mu*", "平均效应mu*"},
                               Word{"sigma", "sigma", "标准差sigma"},
                               Word{"rank_correlation", "rank correlation", "秩相关"},
                               Word{"change_low", "lowest change", "最小变化"},
                               Word{"change_high", "highest change", "最大变化"}};
    for (const Word& word : words)
        if (word.index == index) return language == Language::zh ? word.zh : word.en;
    return index;
}

std::string_view index_note(DesignKind kind, Language language) {
    const bool zh = language == Language::zh;
    switch (kind) {
        case DesignKind::grid:
            return zh ? "S1：只知该因素时消去的方差份额；ST：只不知该因素时剩下的份额；对整个网格精"
                        "确。"
                      : "S1: share of the variance that would go if the factor were known; ST: "
                        "that "
                        "would stay if all others were. Exact on the grid.";
        case DesignKind::saltelli:
            return zh ? "S1：只知该因素时消去的方差份额；ST：只不知该因素时剩下的份额。"
                      : "S1: share of the variance that would go if the factor were known; ST: "
                        "that "
                        "would stay if all others were.";
        case DesignKind::morris:
            return zh ? "mu*：基本效应（按因素全程折算）的平均大小；sigma：基本效应之间的差别。"
                      : "mu*: mean size of the elementary effects, each scaled to the whole range "
                        "of its factor; sigma: how much they differ.";
        case DesignKind::one_at_a_time:
            return zh ? "均值相对于原情景的变化，取因素各水平中最低与最高者。"
                      : "Changes of the mean from the scenario as it is, at the level of the "
                        "factor where it is lowest and highest.";
        default:
            return zh ? "各点均值与因素的秩相关。"
                      : "Rank correlation of the points' means with the factor.";
    }
}

std::string_view interval_note(DesignKind kind, Language language) {
    const bool zh = language == Language::zh;
    switch (kind) {
        case DesignKind::saltelli:
        case DesignKind::morris:
            return zh ? "[ ]为95%自助区间。" : " [ ] 95 % bootstrap intervals.";
        case DesignKind::one_at_a_time:
            return zh ? "[ ]为配对的95%区间，仅为模拟误差。"
                      : " [ ] 95 % paired intervals: simulation error only.";
        default:
            return zh ? "[ ]为95%区间。" : " [ ] 95 % intervals.";
    }
}

}  // namespace zhaimao

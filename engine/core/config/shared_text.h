// A text that many nodes have in common, such as their source: copies share one string, and reading
// them from several threads is safe.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace zhaimao {

class SharedText {
   public:
    SharedText() = default;
    explicit SharedText(std::string text) { *this = std::move(text); }
    SharedText& operator=(std::string text) {
        text_ = text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text));
        return *this;
    }

    [[nodiscard]] const std::string& text() const {
        static const std::string none;
        return text_ ? *text_ : none;
    }
    operator const std::string&() const { return text(); }

    [[nodiscard]] bool empty() const { return text_ == nullptr; }
    void clear() { text_.reset(); }

    friend bool operator==(const SharedText& a, const SharedText& b) {
        return a.text_ == b.text_ || a.text() == b.text();
    }
    friend bool operator==(const SharedText& a, std::string_view b) { return a.text() == b; }

   private:
    std::shared_ptr<const std::string> text_;  // null: empty
};

}  // namespace zhaimao

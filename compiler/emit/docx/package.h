#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The container of a document: a ZIP archive with named parts. The only place that knows libzip.
namespace meldc::emit::docx {

/// A file in the container.
struct Part {
    std::string name;
    std::string bytes;
    /// Left as it is, so that its words can be found in the file.
    bool isStored = false;
};

/// The archive with these parts in this order, the same bytes for the same parts. None without
/// memory.
[[nodiscard]] std::optional<std::string> pack(const std::vector<Part>& parts);

/// An archive that is read. The bytes must outlive it.
class Archive {
public:
    enum class Outcome : std::uint8_t { Read, Missing, Damaged, Locked, TooLarge };

    Archive();
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// Whether the bytes are an archive.
    [[nodiscard]] bool open(std::string_view bytes);
    [[nodiscard]] std::size_t size() const;
    /// Puts the part of this name in `bytes`. At most `budget` bytes are unpacked, whatever the archive
    /// says of its size, and taken off it. A name that stands twice counts as missing: programs differ
    /// in which they take.
    [[nodiscard]] Outcome read(const std::string& name, std::size_t& budget, std::string& bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace meldc::emit::docx

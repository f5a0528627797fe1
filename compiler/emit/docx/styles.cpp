#include "emit/docx/styles.h"

#include "embedded/docx_parts.h"

#include <algorithm>
#include <array>

namespace meldc::emit::docx {

namespace {

/// What a house style decides of: a template without these was perhaps made for something else.
constexpr std::array<std::string_view, 4> kExpected{"Title", "heading 1", "heading 2",
                                                    "heading 3"};

/// Names of styles do not differ in capitals alone: "Heading 1" and "heading 1" are one.
std::string folded(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return name;
}

std::string nameOf(pugi::xml_node style) {
    return style.child("w:name").attribute("w:val").value();
}

pugi::xml_node childOf(pugi::xml_node parent, const char* name) {
    const pugi::xml_node there = parent.child(name);
    return there ? there : parent.append_child(name);
}

/// A number that others can be counted on from, whatever the template says.
int numberIn(pugi::xml_node node, const char* attribute) {
    constexpr int kMost = 1'000'000'000;
    return std::clamp(node.attribute(attribute).as_int(), 0, kMost);
}

void load(pugi::xml_document& document, std::string_view bytes) {
    document.load_buffer(bytes.data(), bytes.size());
}

} // namespace

std::string_view ownPart(std::string_view name) {
    for (const embedded::File& file : embedded::docx_parts()) {
        if (file.path == name) {
            return file.content;
        }
    }
    return {};
}

const char* languageTag(support::Language language) {
    return language == support::Language::Dutch ? "nl-NL" : "en-GB";
}

StyleSheet::StyleSheet(std::string_view templateStyles, support::Language language, bool isCompact) {
    pugi::xml_document own;
    load(own, ownPart("styles.xml"));
    if (templateStyles.empty()) {
        load(styles_, ownPart("styles.xml"));
        for (const pugi::xml_node style : own.child("w:styles").children("w:style")) {
            ids_[nameOf(style)] = style.attribute("w:styleId").value();
        }
        if (isCompact) {
            makeCompact();
        }
    } else {
        load(styles_, templateStyles);
        takeFrom(own);
    }
    setLanguage(language);
}

/// What the sheet of cards says of paragraphs and letters stands in place of what is usual.
void StyleSheet::makeCompact() {
    pugi::xml_document compact;
    load(compact, ownPart("styles_compact.xml"));
    for (const pugi::xml_node style : compact.child("w:styles").children("w:style")) {
        pugi::xml_node usual = styles_.child("w:styles").find_child_by_attribute(
            "w:style", "w:styleId", style.attribute("w:styleId").value());
        for (const char* part : {"w:rPr", "w:pPr"}) {
            if (!style.child(part)) {
                continue;
            }
            usual.remove_child(part);
            // Paragraphs before letters, and both before what is of tables: Word wants that order.
            const pugi::xml_node next = usual.child("w:rPr") ? usual.child("w:rPr") : usual.child("w:tblPr");
            next ? usual.insert_copy_before(style.child(part), next) : usual.append_copy(style.child(part));
        }
    }
}

/// First all names are known, then what is lacking is copied: styles refer to one another by id.
void StyleSheet::takeFrom(const pugi::xml_document& own) {
    pugi::xml_node target = styles_.child("w:styles");
    std::map<std::string, pugi::xml_node> there;
    std::map<std::string, bool> taken;
    for (const pugi::xml_node style : target.children("w:style")) {
        there.emplace(style.attribute("w:type").value() + folded(nameOf(style)), style);
        taken[style.attribute("w:styleId").value()] = true;
    }
    std::map<std::string, std::string> finalIds;
    std::vector<pugi::xml_node> lacking;
    for (const pugi::xml_node style : own.child("w:styles").children("w:style")) {
        const std::string name = nameOf(style);
        std::string id = style.attribute("w:styleId").value();
        const auto found = there.find(style.attribute("w:type").value() + folded(name));
        if (found != there.end()) {
            finalIds[id] = ids_[name] = found->second.attribute("w:styleId").value();
            lists_[name] = static_cast<bool>(found->second.child("w:pPr").child("w:numPr"));
            continue;
        }
        const std::string ownId = id;
        while (taken.contains(id)) {
            id += "Meldc";
        }
        taken[id] = true;
        finalIds[ownId] = ids_[name] = id;
        lacking.push_back(style);
        if (std::find(kExpected.begin(), kExpected.end(), name) != kExpected.end()) {
            missing_.push_back(name);
        }
    }
    for (const pugi::xml_node style : lacking) {
        pugi::xml_node copy = target.append_copy(style);
        set(copy, "w:styleId", ids_[nameOf(style)]);
        for (const char* reference : {"w:basedOn", "w:next"}) {
            if (const pugi::xml_node node = copy.child(reference)) {
                set(node, "w:val", finalIds[node.attribute("w:val").value()]);
            }
        }
        // Each kind has its own default in the template, if it has that kind at all.
        copy.remove_attribute("w:default");
        // The numbers of lists are others there: paragraphs name them.
        copy.child("w:pPr").remove_child("w:numPr");
    }
}

/// A reader aloud and a spelling checker go by the language of the styles. It is the same for all: that
/// a template was made in another language says nothing of this text.
void StyleSheet::setLanguage(support::Language language) {
    pugi::xml_node root = styles_.child("w:styles");
    for (const pugi::xml_node style : root.children("w:style")) {
        style.child("w:rPr").remove_child("w:lang");
    }
    pugi::xml_node defaults = root.child("w:docDefaults");
    if (!defaults) {
        defaults = root.prepend_child("w:docDefaults");
    }
    pugi::xml_node run = defaults.child("w:rPrDefault");
    if (!run) {
        run = defaults.prepend_child("w:rPrDefault");
    }
    set(childOf(childOf(run, "w:rPr"), "w:lang"), "w:val", languageTag(language));
}

const std::string& StyleSheet::idOf(const std::string& name) const {
    static const std::string kNone;
    const auto found = ids_.find(name);
    return found == ids_.end() ? kNone : found->second;
}

bool StyleSheet::isListOfTemplate(const std::string& name) const {
    const auto found = lists_.find(name);
    return found != lists_.end() && found->second;
}

Numbering::Numbering(std::string_view templateNumbering) {
    pugi::xml_document own;
    load(own, ownPart("numbering.xml"));
    const bool isOwn = templateNumbering.empty();
    load(numbering_, isOwn ? ownPart("numbering.xml") : templateNumbering);
    pugi::xml_node root = numbering_.child("w:numbering");
    int highest = 0;
    for (const pugi::xml_node kind : root.children("w:abstractNum")) {
        highest = std::max(highest, numberIn(kind, "w:abstractNumId"));
    }
    for (const pugi::xml_node number : root.children("w:num")) {
        nextNumber_ = std::max(nextNumber_, numberIn(number, "w:numId") + 1);
    }
    // It has to stand behind all lists, and tells nothing.
    root.remove_child("w:numIdMacAtCleanup");
    if (isOwn) {
        bullets_ = "1";
        numberedKind_ = "2";
        return;
    }
    // Kinds stand before the lists that are of them.
    const pugi::xml_node firstList = root.child("w:num");
    std::string kinds[2];
    std::size_t at = 0;
    for (const pugi::xml_node kind : own.child("w:numbering").children("w:abstractNum")) {
        pugi::xml_node copy =
            firstList ? root.insert_copy_before(kind, firstList) : root.append_copy(kind);
        kinds[at] = std::to_string(++highest);
        set(copy, "w:abstractNumId", kinds[at]);
        ++at;
    }
    numberedKind_ = kinds[1];
    bullets_ = std::to_string(nextNumber_++);
    pugi::xml_node list = add(root, "w:num", "w:numId", bullets_);
    add(list, "w:abstractNumId", "w:val", kinds[0]);
}

std::string Numbering::newNumbered(int first) {
    std::string id = std::to_string(nextNumber_++);
    pugi::xml_node list = add(numbering_.child("w:numbering"), "w:num", "w:numId", id);
    add(list, "w:abstractNumId", "w:val", numberedKind_);
    add(add(list, "w:lvlOverride", "w:ilvl", "0"), "w:startOverride", "w:val",
        std::to_string(first));
    return id;
}

} // namespace meldc::emit::docx

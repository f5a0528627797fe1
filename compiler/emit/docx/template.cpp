#include "emit/docx/template.h"

#include "diagnostics/phrases.h"
#include "emit/docx/docx.h"
#include "emit/docx/reach.h"
#include "emit/docx/styles.h"
#include "support/limits.h"

#include <algorithm>
#include <array>

namespace meldc::emit::docx {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

/// How an old Word file begins, and one that is protected with a password.
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0";
constexpr std::string_view kStrictNamespace = "http://purl.oclc.org/ooxml/";
/// Pictures that word processors show, and the type that each has in the list of contents.
constexpr std::array<std::string_view, 9> kPictures{"png", "jpg",  "jpeg", "gif", "emf",
                                                    "wmf", "tiff", "bmp",  "svg"};
/// What is taken over of a section, in the order in which it must stand.
constexpr std::array<std::string_view, 5> kPageParts{"w:pgSz", "w:pgMar", "w:pgBorders",
                                                     "w:titlePg", "w:docGrid"};

std::string folderOf(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

std::string relationsOf(const std::string& part) {
    const std::string folder = folderOf(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// The name of what a part refers to: relative to it, or from the root on.
std::string resolved(const std::string& from, const std::string& target) {
    std::string path = target.starts_with('/') ? target.substr(1) : folderOf(from) + target;
    for (std::size_t up = path.find("../"); up != std::string::npos; up = path.find("../")) {
        const std::size_t end = up == 0 ? 0 : up - 1;
        const std::size_t begin = up == 0 ? 0 : path.rfind('/', end == 0 ? 0 : end - 1) + 1;
        path.erase(begin, up + 3 - begin);
    }
    return path;
}

bool endsWith(pugi::xml_node relation, std::string_view type) {
    return std::string_view(relation.attribute("Type").value()).ends_with(type);
}

bool isOutside(pugi::xml_node relation) {
    return std::string_view(relation.attribute("TargetMode").value()) == "External";
}

std::string extensionOf(const std::string& part) {
    const std::size_t dot = part.rfind('.');
    std::string extension = dot == std::string::npos ? std::string() : part.substr(dot + 1);
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return extension;
}

class TemplateReader {
public:
    explicit TemplateReader(std::string_view bytes) : bytes_(bytes) {}

    OpenedTemplate read() {
        if (!readAll()) {
            return {nullptr, why_, {}};
        }
        const StyleSheet sheet(parts_->styles, support::Language::Dutch);
        return {parts_, {}, sheet.missing()};
    }

private:
    bool refuse(const Localized& why) {
        why_ = why;
        return false;
    }
    bool refuse(Phrase which, const std::string& part) {
        return refuse(phrase(which, support::same(shownText(part))));
    }

    bool readAll() {
        if (bytes_.size() > support::kMaxTemplateBytes) {
            return refuse(phrase(Phrase::TemplateTooLarge,
                                 support::kMaxTemplateBytes / support::kMegabyte));
        }
        if (bytes_.starts_with(kCompoundFile)) {
            return refuse(phrase(Phrase::TemplateOld));
        }
        if (!archive_.open(bytes_)) {
            return refuse(phrase(Phrase::TemplateNoZip));
        }
        if (archive_.size() > support::kMaxTemplateParts) {
            return refuse(phrase(Phrase::TemplateParts, support::kMaxTemplateParts));
        }
        pugi::xml_document root;
        pugi::xml_document main;
        pugi::xml_document relations;
        std::string mainName;
        if (!readMain(root, mainName, main, relations)) {
            return false;
        }
        return readStyles(mainName, relations) && readPage(mainName, main, relations);
    }

    bool readMain(pugi::xml_document& root, std::string& name, pugi::xml_document& main,
                  pugi::xml_document& relations) {
        std::string bytes;
        if (!take("_rels/.rels", bytes, false)) {
            return false;
        }
        if (bytes.empty()) {
            return refuse(phrase(Phrase::TemplateNoZip));
        }
        if (!parse("_rels/.rels", bytes, root)) {
            return false;
        }
        const auto relation = relationTo(root, "/officeDocument");
        const std::string_view type = relation.attribute("Type").value();
        if (type.starts_with(kStrictNamespace)) {
            return refuse(phrase(Phrase::TemplateStrict));
        }
        if (!relation || isOutside(relation)) {
            return refuse(phrase(Phrase::TemplateNoZip));
        }
        name = resolved({}, relation.attribute("Target").value());
        if (!take(name, bytes, true) || !parse(name, bytes, main)) {
            return false;
        }
        if (!isWord(main, "w:document")) {
            return refuse(phrase(Phrase::TemplateNoZip));
        }
        const std::string listName = relationsOf(name);
        return take(listName, bytes, true) && parse(listName, bytes, relations);
    }

    bool readStyles(const std::string& mainName, const pugi::xml_document& relations) {
        pugi::xml_document document;
        std::string name;
        if (!takeRelated(mainName, relations, "/styles", name, parts_->styles)) {
            return false;
        }
        if (parts_->styles.empty()) {
            return refuse(Phrase::TemplateNoPart, "styles.xml");
        }
        if (!parse(name, parts_->styles, document) || !isSound(name, document, "w:styles") ||
            !takeRelated(mainName, relations, "/numbering", name, parts_->numbering)) {
            return false;
        }
        if (!parts_->numbering.empty() &&
            (!parse(name, parts_->numbering, document) ||
             !isSound(name, document, "w:numbering") ||
             !takeRelations(name, parts_->numberingRelations))) {
            return false;
        }
        if (!takeRelated(mainName, relations, "/theme", name, parts_->theme)) {
            return false;
        }
        if (!parts_->theme.empty()) {
            // A theme with pictures of its own is left: only its colours and fonts are of use here.
            std::string pictures;
            if (!parse(name, parts_->theme, document) ||
                !take(relationsOf(name), pictures, false)) {
                return false;
            }
            if (!pictures.empty()) {
                parts_->theme.clear();
            }
        }
        std::string settings;
        if (!takeRelated(mainName, relations, "/settings", name, settings)) {
            return false;
        }
        if (!settings.empty()) {
            if (!parse(name, settings, document)) {
                return false;
            }
            const pugi::xml_node even =
                document.child("w:settings").child("w:evenAndOddHeaders");
            const std::string_view value = even.attribute("w:val").value();
            parts_->hasEvenPages = even && value != "0" && value != "false";
        }
        return true;
    }

    /// The section that ends the document: its page, and its headers and footers.
    bool readPage(const std::string& mainName, const pugi::xml_document& main,
                  const pugi::xml_document& relations) {
        const pugi::xml_node section = main.child("w:document").child("w:body").child("w:sectPr");
        pugi::xml_document page;
        pugi::xml_node copy = page.append_child("w:sectPr");
        for (const pugi::xml_node child : section.children()) {
            if (std::find(kPageParts.begin(), kPageParts.end(), child.name()) !=
                    kPageParts.end() &&
                !copy.child(child.name())) {
                pugi::xml_node one = copy.append_copy(child);
                dropForeign(one);
            }
        }
        parts_->page = printed(page);
        for (const pugi::xml_node child : section.children()) {
            const std::string_view name = child.name();
            const bool isHeader = name == "w:headerReference";
            if (!isHeader && name != "w:footerReference") {
                continue;
            }
            const std::string pages = child.attribute("w:type").value();
            const bool isTaken = std::any_of(
                parts_->edges.begin(), parts_->edges.end(), [&](const PageEdge& edge) {
                    return edge.isHeader == isHeader && edge.pages == pages;
                });
            const pugi::xml_node relation = pugi::xml_node(relations.child("Relationships"))
                                                .find_child_by_attribute(
                                                    "Relationship", "Id",
                                                    child.attribute("r:id").value());
            const bool isKnown = pages == "default" || pages == "first" || pages == "even";
            if (relation && isKnown && !isTaken && !readEdge(mainName, relation, isHeader, pages)) {
                return false;
            }
        }
        return true;
    }

    bool readEdge(const std::string& mainName, pugi::xml_node relation, bool isHeader,
                  const std::string& pages) {
        PageEdge edge{isHeader, pages, {}, {}};
        const std::string name = resolved(mainName, relation.attribute("Target").value());
        if (isOutside(relation)) {
            return refuse(Phrase::TemplateOutside, mainName);
        }
        pugi::xml_document document;
        if (!take(name, edge.xml, true) || !parse(name, edge.xml, document) ||
            !isSound(name, document, isHeader ? "w:hdr" : "w:ftr") ||
            !takeRelations(name, edge.relations)) {
            return false;
        }
        parts_->edges.push_back(std::move(edge));
        return true;
    }

    /// What a part refers to: links stay, pictures come along under another name.
    bool takeRelations(const std::string& name, std::string& result) {
        std::string bytes;
        pugi::xml_document document;
        if (!take(relationsOf(name), bytes, false)) {
            return false;
        }
        if (bytes.empty()) {
            return true;
        }
        if (!parse(relationsOf(name), bytes, document)) {
            return false;
        }
        for (pugi::xml_node relation : document.child("Relationships").children()) {
            if (endsWith(relation, "/hyperlink")) {
                const std::string target = safeAddress(relation.attribute("Target").value());
                if (target.empty() || !isOutside(relation)) {
                    return refuse(Phrase::TemplateOutside, name);
                }
                set(relation, "Target", target);
                continue;
            }
            if (isOutside(relation)) {
                return refuse(Phrase::TemplateOutside, name);
            }
            const std::string target = resolved(name, relation.attribute("Target").value());
            const std::string extension = extensionOf(target);
            if (!endsWith(relation, "/image") ||
                std::find(kPictures.begin(), kPictures.end(), extension) == kPictures.end()) {
                return refuse(Phrase::TemplateStrange, name);
            }
            Part picture;
            if (!take(target, picture.bytes, true)) {
                return false;
            }
            const std::string file =
                "media/template" + std::to_string(parts_->media.size() + 1) + "." + extension;
            picture.name = "word/" + file;
            parts_->media.push_back(std::move(picture));
            set(relation, "Target", file);
        }
        result = printed(document);
        return true;
    }

    /// The bytes of a part; without one they are empty, or when it is needed it is refused.
    bool take(const std::string& name, std::string& bytes, bool isNeeded) {
        bytes.clear();
        switch (archive_.read(name, budget_, bytes)) {
        case Archive::Outcome::Read:
            return true;
        case Archive::Outcome::Missing:
            return !isNeeded || refuse(Phrase::TemplateNoPart, name);
        case Archive::Outcome::Damaged:
            return refuse(Phrase::TemplateBadPart, name);
        case Archive::Outcome::Locked:
            return refuse(phrase(Phrase::TemplateLocked));
        case Archive::Outcome::TooLarge:
            break;
        }
        return refuse(phrase(Phrase::TemplateUnpacked,
                             support::kMaxTemplateUnpackedBytes / support::kMegabyte));
    }

    bool takeRelated(const std::string& from, const pugi::xml_document& relations,
                     std::string_view type, std::string& name, std::string& bytes) {
        const pugi::xml_node relation = relationTo(relations, type);
        if (!relation) {
            return true;
        }
        if (isOutside(relation)) {
            return refuse(Phrase::TemplateOutside, from);
        }
        name = resolved(from, relation.attribute("Target").value());
        return take(name, bytes, true);
    }

    bool parse(const std::string& name, const std::string& bytes, pugi::xml_document& document) {
        const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
        if (!parsed) {
            return refuse(Phrase::TemplateBadPart, name);
        }
        return depthOf(document) <= support::kMaxTemplateNesting ||
               refuse(Phrase::TemplateDeep, name);
    }

    bool isSound(const std::string& name, pugi::xml_document& document, const char* root) {
        if (!isWord(document, root)) {
            return refuse(Phrase::TemplateBadPart, name);
        }
        return !reachesOutside(document) || refuse(Phrase::TemplateOutside, name);
    }

    static bool isWord(const pugi::xml_document& document, const char* root) {
        const pugi::xml_node node = document.child(root);
        return node && std::string_view(node.attribute("xmlns:w").value()) == kMainNamespace;
    }

    static pugi::xml_node relationTo(const pugi::xml_document& relations, std::string_view type) {
        for (const pugi::xml_node relation : relations.child("Relationships").children()) {
            if (endsWith(relation, type)) {
                return relation;
            }
        }
        return {};
    }

    /// Attributes of other vocabularies: their prefixes mean nothing where the element goes.
    static void dropForeign(pugi::xml_node node) {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            if (!std::string_view(attribute.name()).starts_with("w:")) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
        for (const pugi::xml_node child : node.children()) {
            dropForeign(child);
        }
    }

    std::string_view bytes_;
    Archive archive_;
    std::size_t budget_ = support::kMaxTemplateUnpackedBytes;
    std::shared_ptr<TemplateParts> parts_ = std::make_shared<TemplateParts>();
    Localized why_;
};

} // namespace

OpenedTemplate openTemplate(std::string_view bytes) {
    return TemplateReader(bytes).read();
}

} // namespace meldc::emit::docx

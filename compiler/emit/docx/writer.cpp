#include "emit/docx/body.h"
#include "emit/docx/docx.h"
#include "emit/docx/template.h"

#include <algorithm>
#include <array>
#include <set>

namespace meldc::emit::docx {

namespace {

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/";
constexpr std::string_view kWordType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";
/// A4 with margins of 20 mm, and 24 mm at the foot.
constexpr const char* kOwnPage =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
    "w:bottom=\"1361\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
/// Cards: A4 with margins of 11 mm and two columns, as on the printed page.
constexpr const char* kCardPage =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"567\" w:right=\"624\" "
    "w:bottom=\"794\" w:left=\"624\" w:header=\"340\" w:footer=\"340\" w:gutter=\"0\"/>"
    "<w:cols w:num=\"2\" w:space=\"340\"/></w:sectPr>";

void declare(pugi::xml_document& document) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    set(declaration, "standalone", "yes");
}

pugi::xml_node rooted(pugi::xml_document& document, const char* name, const std::string& space) {
    declare(document);
    return add(document, name, "xmlns", space);
}

pugi::xml_node rootedInWord(pugi::xml_document& document, const char* name) {
    declare(document);
    return add(document, name, "xmlns:w", kMainNamespace, "xmlns:r", kRelationsNamespace);
}

void relate(pugi::xml_node relations, const std::string& id, std::string_view type,
            const std::string& target, bool isOutside = false) {
    pugi::xml_node node = add(relations, "Relationship", "Id", id, "Type",
                              std::string(kOffice) + "relationships/" + std::string(type));
    set(node, "Target", target);
    if (isOutside) {
        set(node, "TargetMode", "External");
    }
}

std::string typeOfPicture(const std::string& extension) {
    return extension == "jpg"   ? "image/jpeg"
           : extension == "svg" ? "image/svg+xml"
           : extension == "emf" ? "image/x-emf"
           : extension == "wmf" ? "image/x-wmf"
                                : "image/" + extension;
}

class DocxWriter {
public:
    DocxWriter(const document::Document& document, const TemplateParts* look)
        : document_(document), look_(look),
          styles_(look == nullptr ? std::string_view() : look->styles, document.language, document.isCompact),
          numbering_(look == nullptr ? std::string_view() : look->numbering) {}

    std::optional<std::string> write() {
        readPage();
        pugi::xml_document main;
        pugi::xml_node root = rootedInWord(main, "w:document");
        set(root, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
        set(root, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        set(root, "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        pugi::xml_node content = add(root, "w:body");
        Body body(document_, styles_, numbering_, columnWidth());
        body.write(content);
        pugi::xml_node relations = rooted(relations_, "Relationships", kPackageRelations);
        relate(relations, "styles", "styles", "styles.xml");
        relate(relations, "numbering", "numbering", "numbering.xml");
        relate(relations, "settings", "settings", "settings.xml");
        if (look_ != nullptr && !look_->theme.empty()) {
            relate(relations, "theme", "theme", "theme/theme1.xml");
        }
        for (const Body::Relation& relation : body.relations()) {
            relate(relations, relation.id, relation.isLink ? "hyperlink" : "image",
                   relation.target, relation.isLink);
        }
        pugi::xml_node section = content.append_copy(page_.document_element());
        addEdges(section, relations);
        for (const auto& each : content.select_nodes("w:p/w:pPr/w:sectPr")) {
            const pugi::xml_node early = each.node();
            early.parent().append_copy(section);
            early.parent().remove_child(early);
        }
        collect(main, body);
        return pack(parts_);
    }

private:
    void readPage() {
        const bool isOwn = look_ == nullptr || look_->page.empty();
        page_.load_string(!isOwn ? look_->page.c_str() : document_.isCompact ? kCardPage : kOwnPage);
        pugi::xml_document own;
        own.load_string(kOwnPage);
        // Without a size or margins there is no page to write on.
        pugi::xml_node section = page_.document_element();
        if (!section.child("w:pgSz")) {
            section.prepend_copy(own.document_element().child("w:pgSz"));
        }
        if (!section.child("w:pgMar")) {
            section.insert_copy_after(own.document_element().child("w:pgMar"),
                                      section.child("w:pgSz"));
        }
    }

    [[nodiscard]] int textWidth() const {
        constexpr int kLeast = 2'000;
        constexpr int kMost = 31'680;
        const pugi::xml_node section = page_.document_element();
        const auto twips = [&](pugi::xml_node node, const char* name) {
            return std::clamp(node.attribute(name).as_int(), 0, kMost);
        };
        const pugi::xml_node margins = section.child("w:pgMar");
        return std::max(kLeast, twips(section.child("w:pgSz"), "w:w") - twips(margins, "w:left") -
                                    twips(margins, "w:right") - twips(margins, "w:gutter"));
    }

    [[nodiscard]] int columnWidth() const {
        constexpr int kMostColumns = 8;
        const pugi::xml_node columns = page_.document_element().child("w:cols");
        const int count = std::clamp(columns.attribute("w:num").as_int(1), 1, kMostColumns);
        const int between = std::clamp(columns.attribute("w:space").as_int(), 0, textWidth() / kMostColumns);
        return (textWidth() - (count - 1) * between) / count;
    }

    /// The headers and footers of the template; each footer ends with what this document says there.
    void addEdges(pugi::xml_node section, pugi::xml_node relations) {
        std::vector<PageEdge> edges;
        if (look_ != nullptr) {
            edges = look_->edges;
        }
        const bool hasFirst = static_cast<bool>(section.child("w:titlePg"));
        const bool hasEven = look_ != nullptr && look_->hasEvenPages;
        for (const std::string pages : {"default", "first", "even"}) {
            const bool isUsed = pages == "default" || (pages == "first" ? hasFirst : hasEven);
            const bool isThere = std::any_of(edges.begin(), edges.end(), [&](const PageEdge& edge) {
                return !edge.isHeader && edge.pages == pages;
            });
            if (isUsed && !isThere) {
                edges.push_back({false, pages, {}, {}});
            }
        }
        pugi::xml_node before = section.first_child();
        int number = 1;
        for (const PageEdge& edge : edges) {
            const std::string id =
                (edge.isHeader ? "header" : "footer") + std::to_string(number++);
            const std::string name = id + ".xml";
            relate(relations, id, edge.isHeader ? "header" : "footer", name);
            pugi::xml_node reference = section.insert_child_before(
                edge.isHeader ? "w:headerReference" : "w:footerReference", before);
            set(reference, "w:type", edge.pages);
            set(reference, "r:id", id);
            edges_.push_back({"word/" + name, edge.isHeader ? edge.xml : footer(edge.xml)});
            if (!edge.relations.empty()) {
                edges_.push_back({"word/_rels/" + name + ".rels", edge.relations});
            }
        }
    }

    std::string footer(const std::string& ofTemplate) {
        pugi::xml_document part;
        if (ofTemplate.empty()) {
            rootedInWord(part, "w:ftr");
        } else {
            // Blanks between words are text too.
            part.load_buffer(ofTemplate.data(), ofTemplate.size(),
                             pugi::parse_default | pugi::parse_ws_pcdata);
        }
        pugi::xml_node root = part.document_element();
        // A template that was written here says this already, of another document.
        const std::string& style = styles_.idOf("Meldc Footer");
        for (pugi::xml_node each = root.child("w:p"); each;) {
            const pugi::xml_node next = each.next_sibling("w:p");
            const pugi::xml_node used = each.child("w:pPr").child("w:pStyle");
            if (used.attribute("w:val").value() == style) {
                root.remove_child(each);
            }
            each = next;
        }
        pugi::xml_node paragraph = add(root, "w:p");
        pugi::xml_node properties = add(paragraph, "w:pPr");
        add(properties, "w:pStyle", "w:val", style);
        pugi::xml_node tab = add(add(properties, "w:tabs"), "w:tab", "w:val", "right");
        set(tab, "w:pos", std::to_string(textWidth()));
        addText(paragraph, document_.footer.text + " \t" + document_.footer.page + " ");
        addField(paragraph, "PAGE", "1");
        addText(paragraph, " " + document_.footer.of + " ");
        addField(paragraph, "NUMPAGES", "1");
        return printed(part);
    }

    std::string settings() const {
        pugi::xml_document part;
        const std::string_view own = ownPart("settings.xml");
        part.load_buffer(own.data(), own.size());
        pugi::xml_node root = part.document_element();
        set(root.child("w:themeFontLang"), "w:val", languageTag(document_.language));
        if (look_ != nullptr && look_->hasEvenPages) {
            root.insert_child_before("w:evenAndOddHeaders", root.child("w:characterSpacingControl"));
        }
        return printed(part);
    }

    std::string core() const {
        pugi::xml_document part;
        declare(part);
        pugi::xml_node root =
            add(part, "cp:coreProperties", "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        add(root, "dc:title").text().set(shownText(document_.title).c_str());
        add(root, "dc:creator").text().set(shownText(document_.organisation).c_str());
        add(root, "dc:language").text().set(languageTag(document_.language));
        return printed(part);
    }

    std::string application() const {
        pugi::xml_document part;
        pugi::xml_node root =
            rooted(part, "Properties", std::string(kOffice) + "extended-properties");
        add(root, "Application").text().set(shownText(document_.generator).c_str());
        return printed(part);
    }

    std::string custom() const {
        pugi::xml_document part;
        pugi::xml_node root =
            rooted(part, "Properties", std::string(kOffice) + "custom-properties");
        set(root, "xmlns:vt", std::string(kOffice) + "docPropsVTypes");
        pugi::xml_node property = add(root, "property", "fmtid",
                                      "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid", "2");
        set(property, "name", "meldc-model");
        add(property, "vt:lpwstr").text().set(document_.modelSha256.c_str());
        return printed(part);
    }

    static std::string packageRelations() {
        pugi::xml_document part;
        pugi::xml_node root = rooted(part, "Relationships", kPackageRelations);
        relate(root, "document", "officeDocument", "word/document.xml");
        pugi::xml_node core = add(root, "Relationship", "Id", "core", "Type",
                                  "http://schemas.openxmlformats.org/package/2006/relationships/"
                                  "metadata/core-properties");
        set(core, "Target", "docProps/core.xml");
        relate(root, "application", "extended-properties", "docProps/app.xml");
        relate(root, "custom", "custom-properties", "docProps/custom.xml");
        return printed(part);
    }

    /// All parts in their order; what they are stands first, where readers look.
    void collect(const pugi::xml_document& main, const Body& body) {
        std::vector<Part> parts{
            {"_rels/.rels", packageRelations()},
            {"docProps/core.xml", core(), true},
            {"docProps/app.xml", application(), true},
            {"docProps/custom.xml", custom(), true},
            {"word/document.xml", printed(main)},
            {"word/_rels/document.xml.rels", printed(relations_)},
            {"word/styles.xml", styles_.part()},
            {"word/numbering.xml", numbering_.part()},
            {"word/settings.xml", settings()}};
        parts.insert(parts.end(), edges_.begin(), edges_.end());
        if (look_ != nullptr) {
            if (!look_->theme.empty()) {
                parts.push_back({"word/theme/theme1.xml", look_->theme});
            }
            if (!look_->numberingRelations.empty()) {
                parts.push_back({"word/_rels/numbering.xml.rels", look_->numberingRelations});
            }
            parts.insert(parts.end(), look_->media.begin(), look_->media.end());
        }
        parts.insert(parts.end(), body.pictures().begin(), body.pictures().end());
        parts_.push_back({"[Content_Types].xml", contentTypes(parts)});
        parts_.insert(parts_.end(), parts.begin(), parts.end());
    }

    static std::string contentTypes(const std::vector<Part>& parts) {
        pugi::xml_document document;
        pugi::xml_node root = rooted(
            document, "Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        std::set<std::string> extensions{"rels", "xml"};
        add(root, "Default", "Extension", "rels", "ContentType",
            "application/vnd.openxmlformats-package.relationships+xml");
        add(root, "Default", "Extension", "xml", "ContentType", "application/xml");
        for (const Part& part : parts) {
            const std::string extension = part.name.substr(part.name.rfind('.') + 1);
            if (extensions.insert(extension).second) {
                add(root, "Default", "Extension", extension, "ContentType",
                    typeOfPicture(extension));
            }
        }
        for (const Part& part : parts) {
            if (const std::string type = typeOf(part); !type.empty()) {
                add(root, "Override", "PartName", "/" + part.name, "ContentType", type);
            }
        }
        return printed(document);
    }

    static std::string typeOf(const Part& part) {
        const std::string word(kWordType);
        const std::string office = "application/vnd.openxmlformats-officedocument.";
        const std::array<std::pair<std::string_view, std::string>, 8> types{
            {{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
             {"docProps/app.xml", office + "extended-properties+xml"},
             {"docProps/custom.xml", office + "custom-properties+xml"},
             {"word/document.xml", word + "document.main+xml"},
             {"word/styles.xml", word + "styles+xml"},
             {"word/numbering.xml", word + "numbering+xml"},
             {"word/settings.xml", word + "settings+xml"},
             {"word/theme/theme1.xml", office + "theme+xml"}}};
        for (const auto& [name, type] : types) {
            if (part.name == name) {
                return type;
            }
        }
        return part.name.starts_with("word/header")   ? word + "header+xml"
               : part.name.starts_with("word/footer") ? word + "footer+xml"
                                                      : std::string();
    }

    const document::Document& document_;
    const TemplateParts* look_;
    StyleSheet styles_;
    Numbering numbering_;
    pugi::xml_document page_;
    pugi::xml_document relations_;
    std::vector<Part> edges_;
    std::vector<Part> parts_;
};

} // namespace

std::optional<std::string> write(const document::Document& document, const TemplateParts* look) {
    return DocxWriter(document, look).write();
}

} // namespace meldc::emit::docx

#include "emit/docx/body.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace meldc::emit::docx {

namespace {

using document::Look;
using document::Tone;

constexpr int kEmuPerMillimetre = 36'000;
constexpr double kTwipsPerMillimetre = 56.7;
/// Room around a label, in twentieths of a point.
constexpr const char* kAboveLabel = "160";
constexpr const char* kBelowLabel = "60";
constexpr const char* kAboveSmallLabel = "50";
constexpr const char* kBelowSmallLabel = "0";
/// From this height on a field is a box on the page.
constexpr int kBoxHeight = 20;
/// Longest name that Word accepts for a bookmark.
constexpr std::size_t kMaxBookmark = 40;

} // namespace

std::string colourOf(Tone tone) {
    switch (tone) {
    case Tone::Change:
        return "8C1F0D";
    case Tone::Better:
        return "664400";
    case Tone::Judge:
        return "1F4F96";
    case Tone::Fine:
        return "23683A";
    case Tone::Aside:
        return "444444";
    case Tone::None:
        break;
    }
    return {};
}

pugi::xml_node addText(pugi::xml_node parent, std::string_view text) {
    pugi::xml_node run = add(parent, "w:r");
    const std::string shown = shownText(text, true);
    for (std::size_t begin = 0; begin <= shown.size();) {
        const std::size_t end = std::min(shown.find_first_of("\t\n", begin), shown.size());
        if (end > begin) {
            pugi::xml_node words = add(run, "w:t", "xml:space", "preserve");
            words.text().set(shown.substr(begin, end - begin).c_str());
        }
        if (end < shown.size()) {
            add(run, shown[end] == '\t' ? "w:tab" : "w:br");
        }
        begin = end + 1;
    }
    return run;
}

void addField(pugi::xml_node paragraph, const std::string& instruction,
              const std::string& result) {
    const auto mark = [&](const char* kind) {
        add(add(paragraph, "w:r"), "w:fldChar", "w:fldCharType", kind);
    };
    mark("begin");
    pugi::xml_node words = add(add(paragraph, "w:r"), "w:instrText", "xml:space", "preserve");
    words.text().set((" " + instruction + " ").c_str());
    mark("separate");
    addText(paragraph, result);
    mark("end");
}

void Body::write(pugi::xml_node body) {
    const Place top;
    addText(paragraphOf(body, "Title"), document_.title);
    if (!document_.organisation.empty()) {
        addText(paragraphOf(body, "Subtitle"), document_.organisation);
    }
    blocks(body, document_.blocks, top);
}

void Body::blocks(pugi::xml_node parent, const document::Blocks& blocks, const Place& place) {
    for (const document::Block& block : blocks) {
        std::visit([&](const auto& each) { part(parent, each, place); }, block.part);
    }
}

pugi::xml_node Body::paragraphOf(pugi::xml_node parent, const std::string& style) {
    pugi::xml_node paragraph = add(parent, "w:p");
    add(add(paragraph, "w:pPr"), "w:pStyle", "w:val", styles_.idOf(style));
    return paragraph;
}

void Body::part(pugi::xml_node parent, const document::Heading& heading, const Place&) {
    const pugi::xml_node paragraph =
        paragraphOf(parent, "heading " + std::to_string(std::clamp(heading.level, 1, 4)));
    if (!heading.anchor.empty()) {
        bookmark(paragraph, heading.anchor);
    }
    runs(paragraph, heading.text);
}

void Body::part(pugi::xml_node parent, const document::Paragraph& text, const Place& place) {
    using document::Kind;
    std::string style = "Normal";
    if (place.isInNotice || text.kind == Kind::Destination) {
        style = "Meldc Notice";
    } else if (place.isInCell) {
        style = text.kind == Kind::Quote ? "Meldc Cell Quote" : "Meldc Cell";
    } else if (text.kind == Kind::Quote) {
        style = "Quote";
    } else if (text.kind == Kind::Lead) {
        style = "Subtitle";
    } else if (place.depth > 0) {
        style = place.list == nullptr ? "List Continue"
                : place.isNumbered    ? "List Number"
                                      : "List Bullet";
    }
    pugi::xml_node paragraph = paragraphOf(parent, style);
    pugi::xml_node properties = paragraph.child("w:pPr");
    if (place.list != nullptr && (place.isNumbered || !styles_.isListOfTemplate(style))) {
        pugi::xml_node number = add(properties, "w:numPr");
        add(number, "w:ilvl", "w:val", std::to_string(std::min(place.depth - 1, 8)));
        add(number, "w:numId", "w:val", *place.list);
    } else if (place.depth > 0 && place.list == nullptr) {
        add(properties, "w:ind", "w:left", std::to_string(place.depth * 360));
    }
    if (text.kind == Kind::Label || text.kind == Kind::Destination) {
        pugi::xml_node keep = properties.insert_child_after("w:keepNext", properties.child("w:pStyle"));
        // Nearer to what it is about than to what stands above.
        if (text.kind == Kind::Label && !place.isInCell && !place.isInNotice && place.depth == 0) {
            pugi::xml_node room = properties.insert_child_after("w:spacing", keep);
            set(room, "w:before", document_.isCompact ? kAboveSmallLabel : kAboveLabel);
            set(room, "w:after", document_.isCompact ? kBelowSmallLabel : kBelowLabel);
        }
    }
    if (text.kind == Kind::Destination) {
        // Apart from the table above: a part begins.
        add(properties, "w:spacing", "w:before", "360");
    }
    runs(paragraph, text.text, text.tone);
}

void Body::part(pugi::xml_node parent, const document::List& list, const Place& place) {
    if (list.isTicked) {
        ticks(parent, list, place);
        return;
    }
    const std::string id = list.isNumbered ? numbering_.newNumbered(list.first) : numbering_.bullets();
    for (const document::Blocks& item : list.items) {
        Place inside = place;
        ++inside.depth;
        inside.list = &id;
        inside.isNumbered = list.isNumbered;
        for (const document::Block& block : item) {
            std::visit([&](const auto& each) { part(parent, each, inside); }, block.part);
            // The sign stands before the first block only.
            inside.list = nullptr;
        }
    }
}

/// The box stands in place of the sign of a list: a sign cannot be replaced by a cross.
void Body::ticks(pugi::xml_node parent, const document::List& list, const Place& place) {
    Place inside = place;
    inside.list = nullptr;
    for (const document::Blocks& item : list.items) {
        for (const document::Block& block : item) {
            if (const auto* words = std::get_if<document::Paragraph>(&block.part)) {
                document::Paragraph ticked = *words;
                ticked.text.insert(ticked.text.begin(), document::Run{std::string(document::kTick) + " "});
                part(parent, ticked, inside);
            } else {
                std::visit([&](const auto& each) { part(parent, each, inside); }, block.part);
            }
        }
    }
}

/// Beside one another on a page; in the narrow cell of a table behind one another.
void Body::part(pugi::xml_node parent, const document::Definitions& definitions,
                const Place& place) {
    for (const document::Definition& entry : definitions.entries) {
        bool isFirst = true;
        for (const document::Blocks& meaning : entry.meanings) {
            auto begin = meaning.begin();
            const auto* words =
                begin == meaning.end() ? nullptr : std::get_if<document::Paragraph>(&begin->part);
            if (words != nullptr) {
                pugi::xml_node paragraph =
                    paragraphOf(parent, place.isInCell ? "Meldc Cell" : "Meldc Definition");
                if (isFirst) {
                    document::Runs term = entry.term;
                    for (document::Run& run : term) {
                        run.look = Look::Strong;
                    }
                    runs(paragraph, term);
                    addText(paragraph, place.isInCell ? ": " : "\t");
                } else if (!place.isInCell) {
                    addText(paragraph, "\t");
                }
                runs(paragraph, words->text, words->tone);
                ++begin;
            }
            blocks(parent, document::Blocks(begin, meaning.end()), place);
            isFirst = false;
        }
    }
}

void Body::part(pugi::xml_node parent, const document::Notice& notice, const Place& place) {
    Place inside = place;
    inside.isInNotice = true;
    inside.list = nullptr;
    blocks(parent, notice.content, inside);
}

/// A content control: who fills it in need not look for where it ends, and a program can find it. The
/// room below its hint is space, not lines, since what is typed should push nothing down at first.
void Body::part(pugi::xml_node parent, const document::Field& field, const Place& place) {
    const bool isBox = !place.isInCell && field.millimetres >= kBoxHeight;
    const int room = static_cast<int>(field.millimetres * kTwipsPerMillimetre);
    const pugi::xml_node around = isBox ? box(parent, room) : parent;
    pugi::xml_node paragraph = paragraphOf(around, "Meldc Field");
    if (!isBox) {
        add(paragraph.child("w:pPr"), "w:spacing", "w:after", std::to_string(room));
    }
    // Inside a paragraph: a control around one may not stand at the end of a cell.
    pugi::xml_node control = add(paragraph, "w:sdt");
    pugi::xml_node properties = add(control, "w:sdtPr");
    add(properties, "w:alias", "w:val", shownText(field.label));
    add(properties, "w:tag", "w:val", "field-" + std::to_string(nextField_));
    add(properties, "w:id", "w:val", std::to_string(nextField_));
    add(properties, "w:showingPlcHdr");
    add(properties, "w:text", "w:multiLine", "1");
    ++nextField_;
    pugi::xml_node run = addText(add(control, "w:sdtContent"), field.hint);
    add(run.prepend_child("w:rPr"), "w:rStyle", "w:val", styles_.idOf("Placeholder Text"));
}

void Body::part(pugi::xml_node parent, const document::Image& image, const Place&) {
    const std::string number = std::to_string(pictures_.size() + 1);
    const std::string file = "media/image" + number + ".png";
    pictures_.push_back({"word/" + file, image.png, true});
    const std::string width = std::to_string(image.widthMillimetres * kEmuPerMillimetre);
    const std::string height = std::to_string(image.heightMillimetres * kEmuPerMillimetre);
    const std::string relation = relationTo(file, false);
    pugi::xml_node drawing = add(add(paragraphOf(parent, "Normal"), "w:r"), "w:drawing");
    pugi::xml_node place = add(drawing, "wp:inline");
    add(place, "wp:extent", "cx", width, "cy", height);
    add(place, "wp:docPr", "id", number, "name", "image" + number);
    set(place.child("wp:docPr"), "descr", shownText(image.alternative));
    pugi::xml_node data =
        add(add(place, "a:graphic"), "a:graphicData", "uri",
            "http://schemas.openxmlformats.org/drawingml/2006/picture");
    pugi::xml_node picture = add(data, "pic:pic");
    pugi::xml_node properties = add(picture, "pic:nvPicPr");
    add(properties, "pic:cNvPr", "id", number, "name", "image" + number);
    add(properties, "pic:cNvPicPr");
    pugi::xml_node fill = add(picture, "pic:blipFill");
    add(fill, "a:blip", "r:embed", relation);
    add(add(fill, "a:stretch"), "a:fillRect");
    pugi::xml_node shape = add(picture, "pic:spPr");
    pugi::xml_node frame = add(shape, "a:xfrm");
    add(frame, "a:off", "x", "0", "y", "0");
    add(frame, "a:ext", "cx", width, "cy", height);
    add(add(shape, "a:prstGeom", "prst", "rect"), "a:avLst");
}

/// A field, so that a word processor can make the list again, with the list already in it: nothing is
/// asked when the document is opened.
void Body::part(pugi::xml_node parent, const document::Contents& contents, const Place&) {
    if (document_.isCompact) {
        // Cards are laid beside one another, not looked up.
        return;
    }
    addText(paragraphOf(parent, "TOC Heading"), contents.title);
    std::vector<const document::Heading*> listed;
    for (const document::Heading* heading : document::headingsOf(document_)) {
        if (heading->level <= contents.deepest && !heading->anchor.empty()) {
            listed.push_back(heading);
        }
    }
    for (const document::Heading* heading : listed) {
        const pugi::xml_node paragraph =
            paragraphOf(parent, "toc " + std::to_string(std::clamp(heading->level, 1, 3)));
        const auto mark = [&](const char* kind) {
            add(add(paragraph, "w:r"), "w:fldChar", "w:fldCharType", kind);
        };
        if (heading == listed.front()) {
            mark("begin");
            pugi::xml_node words =
                add(add(paragraph, "w:r"), "w:instrText", "xml:space", "preserve");
            words.text().set(
                (" TOC \\o \"1-" + std::to_string(contents.deepest) + "\" \\n \\h \\z ").c_str());
            mark("separate");
        }
        pugi::xml_node link =
            add(paragraph, "w:hyperlink", "w:anchor", bookmarkOf(heading->anchor));
        addText(link, document::plainText(heading->text));
        if (heading == listed.back()) {
            mark("end");
        }
    }
}

/// What word processors make of SVG differs; its words stand elsewhere.
void Body::part(pugi::xml_node, const document::Drawing&, const Place&) {}

void Body::part(pugi::xml_node parent, const document::PageBreak&, const Place&) {
    // In columns a break leads to the next one only: each card is a section. What that is, is known at the end.
    if (document_.isCompact) {
        const bool isText = std::string_view(parent.last_child().name()) == "w:p";
        add((isText ? parent.last_child() : paragraphOf(parent, "Normal")).child("w:pPr"), "w:sectPr");
    } else {
        add(add(add(parent, "w:p"), "w:r"), "w:br", "w:type", "page");
    }
}

void Body::runs(pugi::xml_node paragraph, const document::Runs& runs, Tone tone) {
    for (const document::Run& run : runs) {
        const std::string address = safeAddress(run.url);
        if (!address.empty()) {
            pugi::xml_node link =
                add(paragraph, "w:hyperlink", "r:id", relationTo(address, true));
            oneRun(link, run, tone, true);
        } else if (!run.anchor.empty()) {
            pugi::xml_node link =
                add(paragraph, "w:hyperlink", "w:anchor", bookmarkOf(run.anchor));
            oneRun(link, run, tone, true);
        } else {
            oneRun(paragraph, run, tone, false);
        }
    }
}

void Body::oneRun(pugi::xml_node parent, const document::Run& run, Tone tone, bool isLink) {
    pugi::xml_node node = addText(parent, run.text);
    pugi::xml_node look = node.prepend_child("w:rPr");
    const char* style = isLink                    ? "Hyperlink"
                        : run.look == Look::Strong ? "Strong"
                        : run.look == Look::Code   ? "Meldc Code"
                        : run.look == Look::Note   ? "Meldc Note"
                                                   : nullptr;
    if (style != nullptr) {
        add(look, "w:rStyle", "w:val", styles_.idOf(style));
    }
    if (run.look == Look::Emphasis) {
        add(look, "w:i");
    }
    if (const std::string colour = colourOf(tone); !colour.empty() && !isLink) {
        add(look, "w:color", "w:val", colour);
    }
    if (run.language && *run.language != document_.language) {
        add(look, "w:lang", "w:val", languageTag(*run.language));
    }
    if (!look.first_child()) {
        node.remove_child(look);
    }
}

const std::string& Body::bookmarkOf(const std::string& anchor) {
    std::string& name = bookmarks_[anchor];
    if (name.empty()) {
        // Letters and digits only, and a number that keeps two apart when that makes them one.
        name = "m" + std::to_string(bookmarks_.size()) + "_";
        for (const char letter : anchor) {
            const bool isPlain = (letter >= 'a' && letter <= 'z') ||
                                 (letter >= 'A' && letter <= 'Z') ||
                                 (letter >= '0' && letter <= '9');
            name += isPlain ? letter : '_';
        }
        name.resize(std::min(name.size(), kMaxBookmark));
    }
    return name;
}

void Body::bookmark(pugi::xml_node paragraph, const std::string& anchor) {
    const std::string id = std::to_string(nextBookmark_++);
    add(paragraph, "w:bookmarkStart", "w:id", id, "w:name", bookmarkOf(anchor));
    add(paragraph, "w:bookmarkEnd", "w:id", id);
}

std::string Body::relationTo(const std::string& target, bool isLink) {
    const auto there =
        std::find_if(relations_.begin(), relations_.end(), [&](const Relation& relation) {
            return relation.isLink == isLink && relation.target == target;
        });
    if (there != relations_.end()) {
        return there->id;
    }
    relations_.push_back({"m" + std::to_string(relations_.size() + 1), target, isLink});
    return relations_.back().id;
}

} // namespace meldc::emit::docx

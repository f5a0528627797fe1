#include "emit/page/own_template.h"

#include "diagnostics/catalog.h"
#include "emit/page/data.h"
#include "emit/page/template_tags.h"
#include "support/limits.h"
#include "support/names.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using Tag = TemplateTag::Kind;

constexpr std::string_view kTemplateSuffix = ".mustache";
constexpr std::string_view kHasPrefix = "has_";

/// The fields at one place: of the whole, or of each entry of a list.
struct Scope {
    std::set<std::string> names;
    std::map<std::string, Scope> lists;
};

/// What the built-in templates of a kind use, which is what there is.
struct Fields {
    Scope all;
    /// Made by this program as HTML: the only ones that may stand unescaped.
    std::set<std::string> raw;
};

/// Where the block that opens at `at` closes.
std::size_t closeOf(const std::vector<TemplateTag>& tags, std::size_t at) {
    std::size_t depth = 0;
    for (std::size_t i = at; i < tags.size(); ++i) {
        depth += tags[i].kind == Tag::Open || tags[i].kind == Tag::Inverted ? 1 : 0;
        depth -= tags[i].kind == Tag::Close ? 1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return tags.size();
}

/// Whether a block only asks whether there is something: it is not the fields of a list that stand in it.
bool isQuestion(const std::vector<TemplateTag>& tags, std::size_t at) {
    const std::string& name = tags[at].name;
    if (tags[at].kind == Tag::Inverted || name.starts_with(kHasPrefix) || name.starts_with("is_") ||
        name.starts_with("any_")) {
        return true;
    }
    const std::size_t end = closeOf(tags, at);
    for (std::size_t i = at + 1; i < end; ++i) {
        if ((tags[i].kind == Tag::Field || tags[i].kind == Tag::RawField) && tags[i].name == name) {
            return true;
        }
    }
    return false;
}

void collect(Fields& fields, std::vector<Scope*>& scopes, const std::string& text) {
    const std::vector<TemplateTag> tags = tagsOf(text);
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const TemplateTag& tag = tags[i];
        if (tag.kind == Tag::Part) {
            collect(fields, scopes, templateText(tag.name + std::string(kTemplateSuffix)));
            continue;
        }
        if (tag.kind == Tag::Close) {
            scopes.pop_back();
            continue;
        }
        scopes.back()->names.insert(tag.name);
        if (tag.kind == Tag::RawField) {
            fields.raw.insert(tag.name);
        } else if (tag.kind != Tag::Field) {
            scopes.push_back(isQuestion(tags, i) ? scopes.back() : &scopes.back()->lists[tag.name]);
        }
    }
}

Fields fieldsOf(TemplateKind kind) {
    Fields fields;
    const auto take = [&](std::string_view name) {
        std::vector<Scope*> scopes{&fields.all};
        collect(fields, scopes, templateText(name));
    };
    if (kind == TemplateKind::Card) {
        take("card.mustache");
    } else {
        take("protocol.mustache");
    }
    if (kind == TemplateKind::Document) {
        take("document.mustache");
    }
    return fields;
}

void list(const Scope& scope, const std::string& before, std::set<std::string>& names) {
    for (const std::string& name : scope.names) {
        names.insert(before + name);
    }
    for (const auto& [name, inside] : scope.lists) {
        list(inside, before + name + ".", names);
    }
}

/// Walks a template with its parts as rendering would.
class Checker {
public:
    Checker(const OwnTemplate& own, TemplateKind kind, diagnostics::Sink& sink)
        : own_(own), fields_(fieldsOf(kind)), sink_(sink), scopes_{&fields_.all} {}

    void check(const TemplateFile& file) {
        std::vector<std::pair<const TemplateTag*, std::size_t>> open;
        const std::vector<TemplateTag> tags = tagsOf(file.text);
        for (const TemplateTag& tag : tags) {
            const support::Span at{file.file, static_cast<std::uint32_t>(tag.begin), static_cast<std::uint32_t>(tag.end)};
            switch (tag.kind) {
            case Tag::Broken:
                sink_.add(make<Diag::TemplateTagBroken>(at));
                break;
            case Tag::RawField:
                if (field(tag, at) && !fields_.raw.contains(tag.name)) {
                    sink_.add(make<Diag::TemplateFieldRaw>(at, tag.name));
                }
                break;
            case Tag::Field:
                field(tag, at);
                break;
            case Tag::Open:
            case Tag::Inverted:
                field(tag, at);
                open.emplace_back(&tag, scopes_.size());
                scopes_.push_back(tag.kind == Tag::Open ? inside(tag.name) : scopes_.back());
                break;
            case Tag::Close:
                if (open.empty() || open.back().first->name != tag.name) {
                    sink_.add(make<Diag::TemplateSectionStray>(at, tag.name));
                } else {
                    scopes_.resize(open.back().second);
                    open.pop_back();
                }
                break;
            case Tag::Part:
                part(tag, at);
                break;
            }
        }
        for (const auto& [tag, depth] : open) {
            const support::Span at{file.file, static_cast<std::uint32_t>(tag->begin), static_cast<std::uint32_t>(tag->end)};
            sink_.add(make<Diag::TemplateSectionOpen>(at, tag->name));
        }
        if (!open.empty()) {
            scopes_.resize(open.front().second);
        }
    }

private:
    /// Whether there is such a field here; that there is none is told.
    bool field(const TemplateTag& tag, support::Span at) {
        std::vector<std::string> known;
        for (const Scope* scope : scopes_) {
            const bool isCounted = tag.name.starts_with(kHasPrefix) && scope->lists.contains(tag.name.substr(kHasPrefix.size()));
            if (isCounted || scope->names.contains(tag.name)) {
                return true;
            }
            known.insert(known.end(), scope->names.begin(), scope->names.end());
        }
        if (const auto near = support::nearestName(tag.name, known)) {
            sink_.add(make<Diag::TemplateFieldNear>(at, tag.name, *near));
        } else {
            sink_.add(make<Diag::TemplateFieldUnknown>(at, tag.name));
        }
        return false;
    }

    /// The fields inside a block: those of the nearest list of that name, else those at hand.
    Scope* inside(const std::string& name) const {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            const auto list = (*scope)->lists.find(name);
            if (list != (*scope)->lists.end()) {
                return &list->second;
            }
        }
        return scopes_.back();
    }

    void part(const TemplateTag& tag, support::Span at) {
        const auto own = own_.parts.find(tag.name);
        if (own != own_.parts.end()) {
            if (std::find(parts_.begin(), parts_.end(), tag.name) != parts_.end() || parts_.size() >= support::kMaxTemplateDepth) {
                sink_.add(make<Diag::TemplatePartLoops>(at, tag.name));
                return;
            }
            parts_.push_back(tag.name);
            check(own->second);
            parts_.pop_back();
        } else if (templateText(tag.name + std::string(kTemplateSuffix)).empty()) {
            sink_.add(make<Diag::TemplatePartUnknown>(at, tag.name));
        }
    }

    const OwnTemplate& own_;
    Fields fields_;
    diagnostics::Sink& sink_;
    std::vector<Scope*> scopes_;
    /// Those that are being looked at.
    std::vector<std::string> parts_;
};

/// Parts and fields have their names in one place: those of the user get another, so that no part of theirs
/// hides a field.
constexpr std::string_view kOwnPart = "own part ";

std::string withOwnParts(const OwnTemplate& own, const std::string& text) {
    std::string result;
    std::size_t done = 0;
    for (const TemplateTag& tag : tagsOf(text)) {
        if (tag.kind == Tag::Part && own.parts.contains(tag.name)) {
            result += text.substr(done, tag.begin - done) + "{{>" + std::string(kOwnPart) + tag.name + "}}";
            done = tag.end;
        }
    }
    return result + text.substr(done);
}

} // namespace

std::vector<std::string> templateFields(TemplateKind kind) {
    std::set<std::string> names;
    list(fieldsOf(kind).all, {}, names);
    return {names.begin(), names.end()};
}

void checkTemplate(const OwnTemplate& own, TemplateKind kind, diagnostics::Sink& sink) {
    Checker(own, kind, sink).check(own.main);
}

std::string render(const OwnTemplate& own, Data& data, const std::string& modelSha256) {
    addParts(data);
    for (const auto& [name, file] : own.parts) {
        data.set(std::string(kOwnPart) + name,
                 Data(kainjow::mustache::partial([text = withOwnParts(own, file.text)] { return text; })));
    }
    kainjow::mustache::mustache form(withOwnParts(own, own.main.text));
    std::string page = form.render(data);
    if (page.find(modelSha256) == std::string::npos) {
        page += "<!-- meldc-model: " + modelSha256 + " -->\n";
    }
    return page;
}

} // namespace meldc::emit

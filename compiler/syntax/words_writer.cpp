#include "syntax/words_writer.h"

#include "syntax/words.h"

namespace meldc::syntax {

WordsWriter& WordsWriter::word(std::string_view word) {
    if (!line_.empty() && line_.back() != '(') {
        line_ += ' ';
    }
    line_ += word;
    return *this;
}

WordsWriter& WordsWriter::text(const Name& name) {
    return word("\"" + name.text + "\"");
}

WordsWriter& WordsWriter::comma() {
    line_ += ',';
    return *this;
}

WordsWriter& WordsWriter::group(const std::vector<Name>& names, Keyword between) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) {
            *this << between;
        }
        *this << names[i];
    }
    return *this;
}

WordsWriter& WordsWriter::operator<<(Modality modality) {
    if (modality == Modality::Must) {
        return *this << Keyword::Must;
    }
    *this << Keyword::May;
    return modality == Modality::MayNot ? *this << Keyword::Not : *this;
}

WordsWriter& WordsWriter::operator<<(Answer answer) {
    return *this << (answer == Answer::Yes  ? Keyword::Yes
                     : answer == Answer::No ? Keyword::No
                                            : Keyword::Doubt);
}

WordsWriter& WordsWriter::operator<<(UnitKind kind) {
    return *this << (kind == UnitKind::Meldcode    ? Keyword::Meldcode
                     : kind == UnitKind::Framework ? Keyword::Frame
                                                   : Keyword::Template);
}

WordsWriter& WordsWriter::operator<<(const Period& period) {
    if (period.from) {
        *this << Keyword::Of << *period.from;
    }
    if (period.until) {
        *this << Keyword::Until << Keyword::And << Keyword::With << *period.until;
    }
    return *this;
}

WordsWriter& WordsWriter::operator<<(const Bilingual& texts) {
    return (*this << Keyword::Dutch).text(texts.dutch).operator<<(Keyword::And).text(texts.english);
}

WordsWriter& WordsWriter::operator<<(const std::vector<LineRange>& ranges) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (i > 0) {
            comma();
        }
        const LineRange& range = ranges[i];
        const std::string last = range.last == range.first ? "" : "-" + std::to_string(range.last);
        word(std::to_string(range.first) + last);
    }
    return *this;
}

WordsWriter& WordsWriter::operator<<(const Place& place) {
    *this << Keyword::Stated << Keyword::In << place.document;
    if (place.heading) {
        (*this << Keyword::Heading).text(*place.heading);
        return place.alinea ? *this << Keyword::Alinea << *place.alinea : *this;
    }
    return *this << Keyword::Line << place.lines;
}

WordsWriter& WordsWriter::operator<<(const SourcePart& part) {
    switch (part.kind) {
    case SourcePartKind::Article: *this << Keyword::Article; break;
    case SourcePartKind::Paragraph: *this << Keyword::Paragraph; break;
    case SourcePartKind::Subpart: *this << Keyword::Subpart; break;
    case SourcePartKind::Page: *this << Keyword::Page; break;
    case SourcePartKind::Label: break;
    }
    return *this << part.value;
}

WordsWriter& WordsWriter::operator<<(TextStatus status) {
    return *this << (status == TextStatus::Read            ? Keyword::Read
                     : status == TextStatus::Excerpt       ? Keyword::Excerpt
                     : status == TextStatus::Reconstructed ? Keyword::Reconstructed
                                                           : Keyword::Recalled);
}

WordsWriter& WordsWriter::operator<<(const std::vector<Name>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) {
            comma();
        }
        *this << names[i];
    }
    return *this;
}

WordsWriter& WordsWriter::operator<<(const Performer& performer) {
    switch (performer.kind) {
    case PerformerKind::Agreed:
        return (*this << Keyword::Agreed << Keyword::Between).group(performer.names, Keyword::And);
    case PerformerKind::Open: return (*this << Keyword::Open).text(performer.openTerm);
    case PerformerKind::Named: break;
    }
    group(performer.names, performer.joint ? Keyword::And : Keyword::Or);
    return performer.otherwise ? comma() << Keyword::Otherwise << *performer.otherwise : *this;
}

WordsWriter& WordsWriter::operator<<(const Timing& timing) {
    if (timing.kind == TimingKind::Directly) {
        return *this << Keyword::Directly;
    }
    const Keyword unit = timing.kind == TimingKind::Hours         ? Keyword::Hours
                         : timing.kind == TimingKind::Days        ? Keyword::Days
                         : timing.kind == TimingKind::WorkingDays ? Keyword::WorkingDays
                                                                  : Keyword::Weeks;
    *this << Keyword::Within << timing.amount;
    return word(timing.amount == 1 ? secondSpelling(unit) : spelling(unit));
}

WordsWriter& WordsWriter::operator<<(const EdgePart& part) {
    switch (part.kind) {
    case EdgePartKind::Consequence: return *this << part.modality << part.name;
    case EdgePartKind::Question:
        *this << Keyword::Question << part.name;
        return part.together.empty()
                   ? *this
                   : (*this << Keyword::Together << Keyword::With).group(part.together, Keyword::And);
    case EdgePartKind::Step: return *this << Keyword::Towards << Keyword::Step << part.name;
    case EdgePartKind::Wait: return *this << Keyword::Wait << Keyword::On << Keyword::New << Keyword::Answer;
    case EdgePartKind::End: return *this << Keyword::End;
    case EdgePartKind::Open: return (*this << Keyword::Open).text(part.name);
    }
    return *this;
}

WordsWriter& WordsWriter::operator<<(const LapsePart& part) {
    *this << keywordOf(part.kind);
    switch (part.kind) {
    case LapseKind::Exception: return *this << Keyword::On << part.name;
    case LapseKind::Duty: return *this << part.name << part.action;
    case LapseKind::Refers:
        *this << Keyword::Towards << part.name;
        for (const SourcePart& each : part.parts) {
            *this << each;
        }
        return *this;
    case LapseKind::Person: {
        std::vector<Name> roles{part.name};
        roles.insert(roles.end(), part.more.begin(), part.more.end());
        return (*this << Keyword::Person << part.modality << Keyword::Be).group(roles, Keyword::And);
    }
    default: return part.name.text.empty() && !part.name.quoted ? *this : *this << part.name;
    }
}

void BlockWriter::indent() {
    text_.append(2 * depth_, ' ');
}

void BlockWriter::line(const WordsWriter& words) {
    indent();
    text_ += words.str();
    text_ += '\n';
}

void BlockWriter::begin(const WordsWriter& head) {
    indent();
    text_ += head.str();
    text_ += " {\n";
}

void BlockWriter::end(std::size_t inside) {
    if (text_.size() == inside) {
        text_.back() = ' ';
    } else {
        indent();
    }
    text_ += "}\n";
}

void BlockWriter::gap() {
    if (!text_.empty()) {
        text_ += '\n';
    }
}

} // namespace meldc::syntax

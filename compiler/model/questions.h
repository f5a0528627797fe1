#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/ids.h"
#include "model/parties.h"
#include "model/plain_statements.h"

/// The questions by which a case is judged, where their answers lead, and the framework around them.
namespace meldc::model {

/// One consequence on an edge.
struct Effect {
    ConceptId consequence;
    Modality modality = Modality::Must;
};

enum class TargetKind : std::uint8_t { End, Question, Wait, Open };
/// Where an answer leads.
struct Edge {
    Answer answer = Answer::Yes;
    std::vector<Effect> effects;
    TargetKind target = TargetKind::End;
    /// Target question by id, since questions may be variants of one another.
    std::string question;
    std::vector<Ref> together;
    /// `naar stap n`.
    std::string step;
    /// Open: the words.
    std::string openTerm;
    Origin origin;
};

struct RestsOn {
    std::vector<LineRange> steps;
    Origin origin;
};

struct Question {
    std::string id;
    std::string label;
    StepId step;
    /// FrameworkUse::number of the framework that it belongs to.
    std::uint32_t framework = 0;
    std::vector<ConditionStatement> yesWhen;
    std::vector<RestsOn> restsOn;
    std::vector<Edge> edges;
    std::vector<ActorStatement> performers;
    std::vector<Involvement> participants;
    std::vector<Explanation> explanations;
    Origin origin;
};

/// The framework that is applied: a library framework by name, own questions, or still to be chosen.
struct FrameworkUse {
    /// Name of the library framework; empty for questions of its own.
    std::string name;
    /// By which questions and `telt als` know it: in every world the same, and no index.
    std::uint32_t number = 0;
    std::string version;
    /// Where it is applied.
    StepId step;
    /// Still to be chosen: the words that say so, and the candidates.
    std::string openTerm;
    std::vector<std::string> candidates;
    /// Facts that it makes a ground to report.
    std::vector<NamesStatement> grounds;
    Origin origin;
};

/// `telt … als`: counts in conditions of the questions of its own framework alone.
struct CountsAs {
    FactId fact;
    FactId as;
    Origin origin;
    /// FrameworkUse::number of the framework that says so.
    std::uint32_t framework = 0;
};

}  // namespace meldc::model

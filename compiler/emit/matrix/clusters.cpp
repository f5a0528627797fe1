#include "emit/matrix/clusters.h"

#include "emit/matrix/statement_sketch.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace meldc::emit {

namespace {

using Digests = std::vector<std::uint64_t>;

/// From this likeness on two codes come from one text. Codes that people wrote apart have less than
/// half in common, a code and what an organisation made of it four fifths or more.
constexpr double kAlike = 0.75;

/// Locality sensitive hashing: two sets whose likeness is s agree on a band of r hashes with
/// probability s^r, so that with these numbers one of 0.75 is found in 9,998 of 10,000 cases.
constexpr std::size_t kBands = 24;
constexpr std::size_t kHashesInBand = 4;

/// SplitMix64: each `seed` gives another order of all numbers.
std::uint64_t mixed(std::uint64_t value, std::uint64_t seed) {
    value += seed * 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

using Bands = std::array<std::uint64_t, kBands>;

Bands bandsOf(const Digests& sketch) {
    Bands bands{};
    for (std::size_t band = 0; band < kBands; ++band) {
        std::uint64_t whole = band;
        for (std::size_t i = 0; i < kHashesInBand; ++i) {
            const std::uint64_t seed = band * kHashesInBand + i + 1;
            std::uint64_t least = ~std::uint64_t{0};
            for (const std::uint64_t digest : sketch) {
                least = std::min(least, mixed(digest, seed));
            }
            whole = mixed(whole ^ least, seed);
        }
        bands[band] = whole;
    }
    return bands;
}

/// Rows that say the very same.
struct Form {
    const Digests* sketch = nullptr;
    std::vector<std::size_t> rows;
};

/// The most frequent first, then in the order of what they say.
std::vector<Form> formsOf(const Matrix& matrix, const std::vector<std::size_t>& rows) {
    std::map<Digests, std::vector<std::size_t>> bySketch;
    for (const std::size_t row : rows) {
        bySketch[matrix.rows[row].sketch].push_back(row);
    }
    std::vector<Form> forms;
    for (const auto& [sketch, members] : bySketch) {
        forms.push_back({&matrix.rows[members.front()].sketch, members});
    }
    std::stable_sort(forms.begin(), forms.end(), [](const Form& left, const Form& right) {
        return left.rows.size() > right.rows.size();
    });
    return forms;
}

/// Groups of rows that are alike.
class Leaders {
public:
    void add(const Form& form) {
        const Bands bands = bandsOf(*form.sketch);
        std::set<std::size_t> near;
        for (const std::uint64_t band : bands) {
            if (const auto at = byBand_.find(band); at != byBand_.end()) {
                near.insert(at->second.begin(), at->second.end());
            }
        }
        std::size_t best = leaders_.size();
        double most = kAlike;
        for (const std::size_t each : near) {
            const double like = likeness(*form.sketch, *leaders_[each]);
            if (like > most || (like == most && best == leaders_.size())) {
                most = like;
                best = each;
            }
        }
        if (best == leaders_.size()) {
            leaders_.push_back(form.sketch);
            groups_.emplace_back();
            for (const std::uint64_t band : bands) {
                byBand_[band].push_back(best);
            }
        }
        groups_[best].insert(groups_[best].end(), form.rows.begin(), form.rows.end());
    }

    [[nodiscard]] std::vector<std::vector<std::size_t>> take() { return std::move(groups_); }

private:
    std::vector<const Digests*> leaders_;
    std::vector<std::vector<std::size_t>> groups_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> byBand_;
};

/// What more than half of the members say; a member that is a sample has a say as far as it reaches.
Digests majorityOf(const Matrix& matrix, const std::vector<std::size_t>& members) {
    std::map<std::uint64_t, std::size_t> said;
    Digests ends;
    for (const std::size_t member : members) {
        const Digests& sketch = matrix.rows[member].sketch;
        for (const std::uint64_t digest : sketch) {
            ++said[digest];
        }
        if (isSample(sketch)) {
            ends.push_back(sketch.back());
        }
    }
    std::sort(ends.begin(), ends.end());
    Digests majority;
    for (const auto& [digest, count] : said) {
        const auto shorter = std::lower_bound(ends.begin(), ends.end(), digest) - ends.begin();
        if (2 * count > members.size() - static_cast<std::size_t>(shorter)) {
            majority.push_back(digest);
        }
    }
    return majority;
}

/// The letter that most have for each norm; of two that are as frequent the first in the alphabet.
std::string usualCells(const Matrix& matrix, const std::vector<std::size_t>& members) {
    std::string cells(matrix.norms.size(), kNotSelected);
    for (std::size_t norm = 0; norm < cells.size(); ++norm) {
        std::map<char, std::size_t> counts;
        for (const std::size_t member : members) {
            ++counts[matrix.rows[member].cells[norm]];
        }
        cells[norm] = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& left, const auto& right) {
                                           return left.second < right.second;
                                       })
                          ->first;
    }
    return cells;
}

Cluster clusterOf(const Matrix& matrix, std::string follows, std::vector<std::size_t> members) {
    Cluster cluster;
    cluster.follows = std::move(follows);
    cluster.members = std::move(members);
    std::sort(cluster.members.begin(), cluster.members.end());
    cluster.majority = majorityOf(matrix, cluster.members);
    cluster.cells = usualCells(matrix, cluster.members);
    for (std::size_t norm = 0; norm < matrix.norms.size(); ++norm) {
        const auto first = statusOf(matrix.rows[cluster.members.front()].cells[norm]);
        const bool isShared = std::all_of(
            cluster.members.begin(), cluster.members.end(), [&](std::size_t member) {
                const char cell = matrix.rows[member].cells[norm];
                return asksAttention(cell) && statusOf(cell) == first;
            });
        if (isShared) {
            cluster.shared.push_back(norm);
        }
    }
    std::size_t least = static_cast<std::size_t>(-1);
    for (const std::size_t member : cluster.members) {
        const Difference difference = differenceOf(cluster, matrix.rows[member]);
        const std::size_t size =
            difference.absent.size() + difference.extra.size() + difference.norms.size();
        if (size < least) {
            least = size;
            cluster.example = member;
        }
    }
    return cluster;
}

} // namespace

Clusters clustersOf(const Matrix& matrix) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> followers;
    std::vector<std::size_t> others;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        const MatrixRow& each = matrix.rows[row];
        if (!each.follows.empty()) {
            followers[{each.follows, each.followsSha256}].push_back(row);
        } else if (!each.sketch.empty()) {
            others.push_back(row);
        }
    }
    Clusters clusters;
    for (auto& [model, members] : followers) {
        if (members.size() > 1) {
            clusters.all.push_back(clusterOf(matrix, model.first, std::move(members)));
        }
    }
    Leaders leaders;
    for (const Form& form : formsOf(matrix, others)) {
        leaders.add(form);
    }
    for (std::vector<std::size_t>& members : leaders.take()) {
        if (members.size() > 1) {
            clusters.all.push_back(clusterOf(matrix, {}, std::move(members)));
        }
    }
    std::sort(clusters.all.begin(), clusters.all.end(),
              [](const Cluster& left, const Cluster& right) {
                  return left.members.size() != right.members.size()
                             ? left.members.size() > right.members.size()
                             : left.members.front() < right.members.front();
              });
    clusters.ofRow.assign(matrix.rows.size(), kNoCluster);
    for (std::size_t i = 0; i < clusters.all.size(); ++i) {
        for (const std::size_t member : clusters.all[i].members) {
            clusters.ofRow[member] = i;
        }
    }
    return clusters;
}

Difference differenceOf(const Cluster& cluster, const MatrixRow& row) {
    Difference difference;
    std::set_difference(cluster.majority.begin(), cluster.majority.end(), row.sketch.begin(),
                        row.sketch.end(), std::back_inserter(difference.absent));
    std::set_difference(row.sketch.begin(), row.sketch.end(), cluster.majority.begin(),
                        cluster.majority.end(), std::back_inserter(difference.extra));
    if (isSample(row.sketch)) {
        // What lies beyond a sample may be there all the same.
        std::erase_if(difference.absent,
                      [&](std::uint64_t digest) { return digest > row.sketch.back(); });
    }
    for (std::size_t norm = 0; norm < row.cells.size(); ++norm) {
        if (statusOf(row.cells[norm]) != statusOf(cluster.cells[norm])) {
            difference.norms.push_back(norm);
        }
    }
    return difference;
}

} // namespace meldc::emit

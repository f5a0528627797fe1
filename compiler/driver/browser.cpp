#include "driver/browser.h"

#include "driver/process.h"
#include "pipeline/files.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;

constexpr std::array<const char*, 4> kBrowsers{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"};
/// Largest PDF that is read, in bytes.
constexpr std::size_t kMaxPrintBytes = std::size_t{256} * 1024 * 1024;
constexpr std::size_t kMaxBrowserOutput = std::size_t{1024} * 1024;
/// After this the browser gives up by itself.
constexpr const char* kBrowserPatience = "--timeout=60000";

/// A folder of its own for a page, its print and what the browser keeps; gone afterwards.
class Workshop {
public:
    Workshop() {
        std::error_code error;
        std::string path = (fs::temp_directory_path(error) / "meldc-XXXXXX").string();
        if (!error && ::mkdtemp(path.data()) != nullptr) {
            path_ = path;
        }
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    ~Workshop() {
        std::error_code ignored;
        if (!path_.empty()) {
            fs::remove_all(path_, ignored);
        }
    }
    [[nodiscard]] bool isThere() const { return !path_.empty(); }
    [[nodiscard]] std::string file(const char* name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

std::string allNames() {
    std::string names;
    for (const char* name : kBrowsers) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
}

std::vector<std::string> commandLine(const char* browser, const Workshop& workshop) {
    std::vector<std::string> words{browser,
                                   "--headless",
                                   "--disable-gpu",
                                   "--no-first-run",
                                   "--disable-extensions",
                                   "--disable-background-networking",
                                   "--disable-component-update",
                                   "--disable-dev-shm-usage",
                                   "--host-resolver-rules=MAP * ~NOTFOUND",
                                   kBrowserPatience,
                                   "--user-data-dir=" + workshop.file("profile"),
                                   "--no-pdf-header-footer",
                                   "--generate-pdf-document-outline",
                                   "--export-tagged-pdf",
                                   "--print-to-pdf=" + workshop.file("page.pdf"),
                                   "file://" + workshop.file("page.html")};
    // It refuses to run as root with its sandbox; the page has no scripts and no network.
    if (::geteuid() == 0) {
        words.insert(words.begin() + 1, "--no-sandbox");
    }
    return words;
}

} // namespace

std::optional<std::string> printedByBrowser(Session& session, const std::string& html) {
    const Workshop workshop;
    if (workshop.isThere()) {
        std::ofstream(workshop.file("page.html"), std::ios::binary) << html;
    }
    for (const char* browser : kBrowsers) {
        const ProcessResult ran = runProgram(commandLine(browser, workshop), kMaxBrowserOutput);
        if (ran.error == ENOENT) {
            continue;
        }
        const pipeline::ReadResult read = pipeline::readFile(workshop.file("page.pdf"), kMaxPrintBytes);
        if (ran.error != 0 || ran.exitCode != 0 || !read.bytes) {
            // Its last line says most; before it stand complaints about the desktop.
            const std::size_t end = ran.messages.find_last_not_of('\n');
            const std::size_t begin = ran.messages.rfind('\n', end);
            session.tell(make<Diag::BrowserFailed>(
                {}, std::string(browser),
                end == std::string::npos ? std::string() : ran.messages.substr(begin + 1, end - begin)));
            return std::nullopt;
        }
        return read.bytes;
    }
    session.tell(make<Diag::NoBrowser>({}, allNames()));
    return std::nullopt;
}

void tellUnusablePrint(Session& session) {
    session.tell(make<Diag::BrowserFailed>({}, std::string(kBrowsers.front()), std::string("trailer")));
}

} // namespace meldc::driver

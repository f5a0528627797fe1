#include "driver/loader.h"

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::make;
using pipeline::LoadedLibrary;
using pipeline::LoadedUnit;

std::optional<LoadedLibrary> loadLibrary(Session& session) {
    std::optional<LoadedLibrary> library = loadLibrary(session, session.options().stdlib);
    const std::string& wanted = session.options().baseline;
    if (library && !library->sha256.starts_with(wanted)) {
        session.tell(make<Diag::OtherBaseline>({}, wanted, library->sha256));
        library.reset();
    }
    return library;
}

std::optional<LoadedLibrary> loadLibrary(Session& session, const std::string& folder) {
    diagnostics::Sink sink;
    std::optional<LoadedLibrary> library = pipeline::readLibrary(session.sources(), folder, sink);
    session.tell(sink);
    return library;
}

Loader::Loader(Session& session, const LoadedLibrary& library, const pipeline::FileTree& tree)
    : session_(session), reader_(session.sources(), library, session.date(), tree) {}

LoadedUnit Loader::load(const std::string& path) {
    LoadedUnit unit = reader_.read(path);
    for (const diagnostics::Diagnostic& message : unit.messages) {
        session_.tell(message);
    }
    return unit;
}

const pipeline::UnitReader::File& Loader::file(const std::string& path) {
    return reader_.file(path, {});
}

const model::Protocol* onlyProtocol(Session& session, const LoadedUnit& unit) {
    if (unit.protocols.size() == 1) {
        return unit.protocols.front();
    }
    if (unit.protocols.empty()) {
        session.tell(make<Diag::NoProtocolInFolder>({}, unit.path));
        return nullptr;
    }
    std::string names;
    for (const model::Protocol* protocol : unit.protocols) {
        names += (names.empty() ? "" : ", ") + protocol->name;
    }
    session.tell(make<Diag::SeveralProtocols>({}, unit.path, names));
    return nullptr;
}

} // namespace meldc::driver

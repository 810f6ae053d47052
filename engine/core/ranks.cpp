#include "engine/core/ranks.h"

#include <array>
#include <cstdlib>

#include "engine/core/diagnostics.h"

#ifdef ZHAIMAO_MPI
#include <mpi.h>
#endif

namespace zhaimao {
namespace {

// As OpenMPI's mpirun, PMI (srun) and PMIx say it.
bool is_in_job() {
    constexpr std::array sizes{"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"};
    for (const char* name : sizes)
        if (const char* size = std::getenv(name); size != nullptr && std::atoi(size) > 1)
            return true;
    return false;
}

}  // namespace

#ifdef ZHAIMAO_MPI

Ranks::Ranks() {
    if (!is_in_job()) return;
    int provided = 0;
    if (MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided) != MPI_SUCCESS)
        throw MachineError("MPI cannot be started");
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &size_);
}

Ranks::~Ranks() {
    int started = 0;
    if (MPI_Initialized(&started) == MPI_SUCCESS && started != 0) MPI_Finalize();
}

void Ranks::send(int to, std::string_view bytes) {
    MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_BYTE, to, 0, MPI_COMM_WORLD);
}

namespace {

Ranks::Message taken(const MPI_Status& status) {
    int size = 0;
    MPI_Get_count(&status, MPI_BYTE, &size);
    Ranks::Message message{status.MPI_SOURCE, std::string(static_cast<std::size_t>(size), '\0')};
    MPI_Recv(message.bytes.data(), size, MPI_BYTE, message.from, 0, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    return message;
}

}  // namespace

Ranks::Message Ranks::receive() {
    MPI_Status status;
    MPI_Probe(MPI_ANY_SOURCE, 0, MPI_COMM_WORLD, &status);
    return taken(status);
}

std::optional<Ranks::Message> Ranks::poll() {
    MPI_Status status;
    int there = 0;
    MPI_Iprobe(MPI_ANY_SOURCE, 0, MPI_COMM_WORLD, &there, &status);
    return there == 0 ? std::nullopt : std::optional(taken(status));
}

void Ranks::abort(int code) {
    MPI_Abort(MPI_COMM_WORLD, code);
    std::exit(code);
}

#else

Ranks::Ranks() {
    if (is_in_job())
        throw InputError(
            "this program was built without MPI (each process would compute everything). Install "
            "libopenmpi-dev and build again, or give each process a --shard");
}

Ranks::~Ranks() = default;

void Ranks::send(int, std::string_view) {}

Ranks::Message Ranks::receive() {
    return {};
}

std::optional<Ranks::Message> Ranks::poll() {
    return std::nullopt;
}

void Ranks::abort(int code) {
    std::exit(code);
}

#endif

}  // namespace zhaimao

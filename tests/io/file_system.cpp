#include "engine/io/file_system.h"

#include <catch2/catch.hpp>

#include "engine/core/diagnostics.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

TEST_CASE("network file systems, and those not known, are no local disks", "[io][file_system]") {
    for (const long local : {0xEF53L, 0x58465342L, 0x01021994L, 0x794C7630L})  // ext4, xfs, ...
        CHECK(is_local_kind(local));
    // NFS, CIFS, SMB2, Lustre, GPFS, Ceph, BeeGFS, AFS, 9p, FUSE; and none.
    for (const long network : {0x6969L, 0xFF534D42L, 0xFE534D42L, 0x0BD00BD0L, 0x47504653L,
                               0x00C36400L, 0x19830326L, 0x5346414FL, 0x01021997L, 0x65735546L, 0L})
        CHECK_FALSE(is_local_kind(network));
}

TEST_CASE("a lock is held by one at a time", "[io][file_system]") {
    const ScratchFolder scratch;
    const auto path = scratch.path / "lock";
    {
        const FileLock lock(path);
        CHECK_THROWS_AS(FileLock(path), InputError);
    }
    CHECK_NOTHROW(FileLock(path));
    CHECK_THROWS_AS(FileLock(scratch.path / "none" / "lock"), MachineError);
}

// What chaos makes a process believe of its clock and its disk: preloaded, it looks at two numbers in the file TOCSIN_SKEW,
// which chaos changes while the process runs. The clock is that of the day alone; nobody's monotonic clock jumps.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct skew {
    int64_t seconds; // that the clock is ahead
    int64_t micros;  // that each write to a file takes longer
};

static const struct skew none;
static const volatile struct skew *skew = &none;

__attribute__((constructor)) static void look(void) {
    const char *name = getenv("TOCSIN_SKEW");
    int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *map = mmap(NULL, sizeof(struct skew), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (map != MAP_FAILED)
        skew = map;
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) \
    real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

int clock_gettime(clockid_t clock, struct timespec *at) {
    REAL(clock_gettime);
    int result = real(clock, at);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        at->tv_sec += skew->seconds;
    return result;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
    REAL(gettimeofday);
    int result = real(at, zone);
    if (result == 0)
        at->tv_sec += skew->seconds;
    return result;
}

time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at)
        *at = now.tv_sec;
    return now.tv_sec;
}

// Connections are none of a disk's business.
static void drag(int file) {
    struct stat is;
    int64_t micros = skew->micros;
    if (micros > 0 && fstat(file, &is) == 0 && S_ISREG(is.st_mode))
        usleep(micros);
}

#define DRAGGED(type, name, parameters, ...) \
    type name parameters { \
        REAL(name); \
        drag(file); \
        return real(__VA_ARGS__); \
    }

DRAGGED(ssize_t, write, (int file, const void *from, size_t size), file, from, size)
DRAGGED(ssize_t, writev, (int file, const struct iovec *from, int count), file, from, count)
DRAGGED(ssize_t, pwrite, (int file, const void *from, size_t size, off_t at), file, from, size, at)
DRAGGED(ssize_t, pwrite64, (int file, const void *from, size_t size, off64_t at), file, from, size, at)
DRAGGED(ssize_t, pwritev, (int file, const struct iovec *from, int count, off_t at), file, from, count, at)
DRAGGED(ssize_t, pwritev64, (int file, const struct iovec *from, int count, off64_t at), file, from, count, at)
DRAGGED(int, fsync, (int file), file)
DRAGGED(int, fdatasync, (int file), file)

/* Moves the wall clock by DAYS for the programs that it is loaded into: what the C
 * library says of the time, and of the times of files that were not given a time of
 * long ago. Linux on x86-64, where the C library's struct stat is the kernel's. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define MOVE ((time_t)(DAYS) * 24 * 60 * 60)
#define LONG_AGO 1000000000 /* 2001: a source's files are older */

int clock_gettime(clockid_t clock, struct timespec *now)
{
	int failed = syscall(SYS_clock_gettime, clock, now);
	if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		now->tv_sec += MOVE;
	return failed;
}

int timespec_get(struct timespec *now, int base)
{
	return clock_gettime(CLOCK_REALTIME, now) ? 0 : base;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	int failed = syscall(SYS_gettimeofday, now, zone);
	if (!failed)
		now->tv_sec += MOVE;
	return failed;
}

time_t time(time_t *to)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	if (to)
		*to = now.tv_sec;
	return now.tv_sec;
}

static int moved(int failed, struct stat *s)
{
	if (!failed && s->st_mtim.tv_sec > LONG_AGO)
		s->st_mtim.tv_sec += MOVE;
	if (!failed && s->st_ctim.tv_sec > LONG_AGO)
		s->st_ctim.tv_sec += MOVE;
	return failed;
}

int fstatat(int dir, const char *restrict path, struct stat *restrict s, int flags)
{
	return moved(syscall(SYS_newfstatat, dir, path, s, flags), s);
}

int stat(const char *restrict path, struct stat *restrict s) { return fstatat(AT_FDCWD, path, s, 0); }
int lstat(const char *restrict path, struct stat *restrict s) { return fstatat(AT_FDCWD, path, s, AT_SYMLINK_NOFOLLOW); }
int fstat(int file, struct stat *s) { return moved(syscall(SYS_fstat, file, s), s); }

int fstatat64(int, const char *, struct stat64 *, int) __attribute__((alias("fstatat")));
int stat64(const char *, struct stat64 *) __attribute__((alias("stat")));
int lstat64(const char *, struct stat64 *) __attribute__((alias("lstat")));
int fstat64(int, struct stat64 *) __attribute__((alias("fstat")));

int statx(int dir, const char *restrict path, int flags, unsigned int mask, struct statx *restrict s)
{
	int failed = syscall(SYS_statx, dir, path, flags, mask, s);
	if (!failed && s->stx_mtime.tv_sec > LONG_AGO)
		s->stx_mtime.tv_sec += MOVE;
	if (!failed && s->stx_ctime.tv_sec > LONG_AGO)
		s->stx_ctime.tv_sec += MOVE;
	if (!failed && s->stx_btime.tv_sec > LONG_AGO)
		s->stx_btime.tv_sec += MOVE;
	return failed;
}

// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * wanlink - carries Ethernet frames between two tap devices and treats them,
 * in both directions alike, as a slow or lossy line would.
 *
 *   wanlink TAP_A TAP_B [delay=USEC] [jitter=USEC] [loss=PPM] [rate=BIT/S]
 *           [seed=N]
 *
 * The test lab uses it where the kernel has no netem queueing discipline.
 * Delay is one way (a ping sees it twice), jitter is uniform in [-j, +j] and
 * never reorders, loss is per frame in parts per million, rate is per
 * direction with a backlog of at most 100 ms (and never under 64 KiB).
 * The random numbers come from the seed, so a run can be repeated.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define RING 65536u /* frames under way per direction; a power of two */
#define FRAME_MAX 9216

struct frame
{
    uint64_t due; /* ns, CLOCK_MONOTONIC */
    uint32_t len;
    unsigned char* data;
};

struct line
{
    int from, to;
    uint64_t busy_until; /* when the line has sent what it was given */
    uint64_t last_due;
    unsigned head, tail; /* head: next to leave; tail: next free slot */
    struct frame* ring;
};

static uint64_t delay_ns, jitter_ns, loss_ppm, rate_bps, rng = 1;
static volatile sig_atomic_t stop;

static void on_signal(int sig)
{
    (void)sig;
    stop = 1;
}

static uint64_t now_ns(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (uint64_t)ts.tv_sec * 1000000000ull + (uint64_t)ts.tv_nsec;
}

static uint64_t rnd(void) /* xorshift64* */
{
    rng ^= rng >> 12;
    rng ^= rng << 25;
    rng ^= rng >> 27;
    return rng * 2685821657736338717ull;
}

static int tap_open(const char* name)
{
    struct ifreq ifr;
    int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0) {
        perror("wanlink: /dev/net/tun");
        exit(1);
    }
    memset(&ifr, 0, sizeof ifr);
    ifr.ifr_flags = IFF_TAP | IFF_NO_PI;
    strncpy(ifr.ifr_name, name, IFNAMSIZ - 1);
    if (ioctl(fd, TUNSETIFF, &ifr) < 0) {
        fprintf(stderr, "wanlink: %s: %s\n", name, strerror(errno));
        exit(1);
    }
    return fd;
}

static void take(struct line* l, const unsigned char* buf, uint32_t len)
{
    uint64_t now = now_ns(), start, due;
    struct frame* f;

    if (loss_ppm && rnd() % 1000000 < loss_ppm)
        return;
    start = l->busy_until > now ? l->busy_until : now;
    if (rate_bps) {
        uint64_t limit = 100000000ull; /* 100 ms */
        uint64_t least = 65536ull * 8 * 1000000000ull / rate_bps;

        if (limit < least)
            limit = least;
        if (start - now > limit)
            return; /* the line's buffer is full */
        start += (uint64_t)len * 8 * 1000000000ull / rate_bps;
        l->busy_until = start;
    }
    due = start + delay_ns;
    if (jitter_ns) {
        uint64_t j = rnd() % (2 * jitter_ns + 1);
        due = due + j > jitter_ns ? due + j - jitter_ns : 0;
    }
    if (due < l->last_due)
        due = l->last_due;
    if (l->tail - l->head >= RING)
        return;
    f = &l->ring[l->tail % RING];
    f->data = malloc(len);
    if (!f->data)
        return;
    memcpy(f->data, buf, len);
    f->len = len;
    f->due = due;
    l->last_due = due;
    l->tail++;
}

static void give(struct line* l)
{
    while (l->head != l->tail) {
        struct frame* f = &l->ring[l->head % RING];

        if (f->due > now_ns())
            return;
        if (write(l->to, f->data, f->len) < 0 && errno == EINTR)
            continue;
        free(f->data);
        l->head++;
    }
}

int main(int argc, char** argv)
{
    static unsigned char buf[FRAME_MAX];
    struct line line[2];
    struct pollfd p[2];
    struct sigaction sa;
    int i, fd[2];

    if (argc < 3) {
        fprintf(stderr, "usage: wanlink TAP_A TAP_B [delay=USEC] [jitter=USEC]"
                        " [loss=PPM] [rate=BIT/S] [seed=N]\n");
        return 2;
    }
    for (i = 3; i < argc; i++) {
        char* eq = strchr(argv[i], '=');
        uint64_t v = eq ? strtoull(eq + 1, NULL, 10) : 0;

        if (!strncmp(argv[i], "delay=", 6))
            delay_ns = v * 1000;
        else if (!strncmp(argv[i], "jitter=", 7))
            jitter_ns = v * 1000;
        else if (!strncmp(argv[i], "loss=", 5))
            loss_ppm = v;
        else if (!strncmp(argv[i], "rate=", 5))
            rate_bps = v;
        else if (!strncmp(argv[i], "seed=", 5))
            rng = v ? v : 1;
        else {
            fprintf(stderr, "wanlink: what is '%s'?\n", argv[i]);
            return 2;
        }
    }
    for (i = 0; i < 64; i++)
        rnd(); /* a small seed starts out with few bits set */
    fd[0] = tap_open(argv[1]);
    fd[1] = tap_open(argv[2]);
    memset(line, 0, sizeof line);
    for (i = 0; i < 2; i++) {
        line[i].from = fd[i];
        line[i].to = fd[1 - i];
        line[i].ring = calloc(RING, sizeof(struct frame));
        if (!line[i].ring) {
            perror("wanlink");
            return 1;
        }
        p[i].fd = fd[i];
        p[i].events = POLLIN;
    }
    memset(&sa, 0, sizeof sa);
    sa.sa_handler = on_signal;
    sigaction(SIGTERM, &sa, NULL);
    sigaction(SIGINT, &sa, NULL);

    while (!stop) {
        uint64_t now = now_ns(), next = now + 1000000000ull;
        struct timespec ts;

        for (i = 0; i < 2; i++)
            if (line[i].head != line[i].tail) {
                uint64_t due = line[i].ring[line[i].head % RING].due;
                if (due < next)
                    next = due;
            }
        next = next > now ? next - now : 0;
        ts.tv_sec = (time_t)(next / 1000000000ull);
        ts.tv_nsec = (long)(next % 1000000000ull);
        if (ppoll(p, 2, &ts, NULL) < 0 && errno != EINTR) {
            perror("wanlink: ppoll");
            return 1;
        }
        for (i = 0; i < 2; i++) {
            int n, burst = 64;

            while (burst-- && (n = (int)read(fd[i], buf, sizeof buf)) > 0)
                take(&line[i], buf, (uint32_t)n);
            give(&line[0]);
            give(&line[1]);
        }
    }
    return 0;
}

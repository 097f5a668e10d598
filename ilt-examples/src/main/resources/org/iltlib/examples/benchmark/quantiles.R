# Exact fits of 100 quantiles on splines of the prior scores: quantreg::rq.fit.pfnb.
# Arguments: file of doubles (the outcome's column, then a column for each prior, newest first), rows, priors, file of
# coefficients to compare with (a column for each quantile). Prints the largest difference of an objective, relative.
suppressMessages({library(quantreg); library(splines)})
a <- commandArgs(TRUE)
n <- as.integer(a[2])
k <- as.integer(a[3])
S <- matrix(readBin(a[1], "double", n * (k + 1), endian = "big"), n)
basis <- function(x) bs(x, knots = round(quantile(x, c(.2, .4, .6, .8), names = FALSE), 3),
                        Boundary.knots = round(extendrange(x, f = .1), 3))
X <- cbind(1, do.call(cbind, lapply(1 + seq_len(k), function(j) basis(S[, j]))))
X <- matrix(as.numeric(X), n)
y <- S[, 1]
rm(S)
taus <- (1:100 - .5) / 100
time <- system.time(z <- rq.fit.pfnb(X, y, taus))
peak <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
cat("seconds", time[["elapsed"]], "\n")
cat("processor", time[["user.self"]] + time[["sys.self"]], "\n")
cat("megabytes", as.numeric(gsub("[^0-9]", "", peak)) / 1024, "\n")
C <- matrix(readBin(a[4], "double", 100 * ncol(X), endian = "big"), ncol(X))
check <- function(b, t) {
  r <- y - X %*% b
  sum(r * (t - (r < 0)))
}
theirs <- sapply(1:100, function(j) check(z$coefficients[, j], taus[j]))
ours <- sapply(1:100, function(j) check(C[, j], taus[j]))
cat("worse", format(max((ours - theirs) / theirs), digits = 6), "\n")
cat("better", format(max((theirs - ours) / theirs), digits = 6), "\n")

# Growth percentiles as the package SGP reckons them: for each order one fit a quantile by quantreg's "fn" or "br",
# predictions sorted and rounded. Arguments: file of doubles (the outcome's column, then each prior's, newest first; NaN
# where missing), rows, priors, method. Prints the sum of the percentiles and their sum of squares by order.
suppressMessages({library(quantreg); library(splines)})
a <- commandArgs(TRUE)
n <- as.integer(a[2])
k <- as.integer(a[3])
S <- matrix(readBin(a[1], "double", n * (k + 1), endian = "big"), n)
S[is.nan(S)] <- NA
taus <- (1:100 - .5) / 100
knots <- lapply(1:k, function(j) round(quantile(S[, j + 1], c(.2, .4, .6, .8), na.rm = TRUE, names = FALSE), 3))
ends <- lapply(1:k, function(j) round(extendrange(S[, j + 1], f = .1), 3))
total <- 0
for (order in 1:k) {
  use <- complete.cases(S[, 1:(order + 1)])
  time <- system.time({
    X <- cbind(1, do.call(cbind, lapply(1:order, function(j)
      bs(S[use, j + 1], knots = knots[[j]], Boundary.knots = ends[[j]]))))
    X <- matrix(as.numeric(X), sum(use))
    y <- S[use, 1]
    P <- sapply(taus, function(t) X %*% (if (a[4] == "br") rq.fit.br(X, y, t) else rq.fit.fnb(X, y, t))$coefficients)
    P <- round(t(apply(P, 1, sort)), 5)
    sgp <- rowSums(P < y)
    sgp[sgp == 0] <- 1
    sgp[sgp == 100] <- 99
  })
  total <- total + time[["elapsed"]]
  cat(paste0("sum", order), sum(sgp), "\n")
  cat(paste0("squares", order), sum(sgp^2), "\n")
  cat(paste0("seconds", order), time[["elapsed"]], "\n")
}
cat("seconds", total, "\n")

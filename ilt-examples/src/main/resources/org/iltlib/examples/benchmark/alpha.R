# Cronbach's alpha of a file of 0 and 1, one student a line without separators, by psych and by the bare covariance.
arguments <- commandArgs(TRUE)
lines <- readLines(arguments[1])
x <- matrix(as.numeric(unlist(strsplit(lines, ""))), nrow = length(lines), byrow = TRUE)
seconds <- function(f) min(sapply(1:3, function(i) system.time(f())[["elapsed"]]))
value <- suppressWarnings(psych::alpha(x, check.keys = FALSE)$total$raw_alpha)
cat("alpha", format(value, digits = 17), "\n")
cat("seconds", seconds(function() suppressWarnings(psych::alpha(x, check.keys = FALSE))), "\n")
cat("bare", seconds(function() { v <- cov(x); k <- ncol(x); k / (k - 1) * (1 - sum(diag(v)) / sum(v)) }), "\n")

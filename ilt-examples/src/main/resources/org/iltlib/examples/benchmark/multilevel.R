# A linear mixed model by lme4. Arguments: file of doubles (columns one after the other), rows, "covariate" (outcome,
# prior, grade, teacher, school) or "crossed" (outcome, grade, student, teacher, school).
suppressMessages(library(lme4))
a <- commandArgs(TRUE)
n <- as.integer(a[2])
M <- matrix(readBin(a[1], "double", 5 * n, endian = "big"), n)
control <- lmerControl(calc.derivs = FALSE)
if (a[3] == "covariate") {
  d <- data.frame(y = M[, 1], prior = M[, 2], grade = M[, 3], teacher = factor(M[, 4]), school = factor(M[, 5]))
  time <- system.time(z <- lmer(y ~ prior + grade + (1 | teacher) + (1 | school), d, control = control))
} else {
  d <- data.frame(y = M[, 1], grade = M[, 2], student = factor(M[, 3]), teacher = factor(M[, 4]),
                  school = factor(M[, 5]))
  time <- system.time(z <- lmer(y ~ grade + (1 | student) + (1 | teacher) + (1 | school), d, control = control))
}
peak <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
v <- as.data.frame(VarCorr(z))
cat("seconds", time[["elapsed"]], "\n")
cat("megabytes", as.numeric(gsub("[^0-9]", "", peak)) / 1024, "\n")
cat("criterion", format(REMLcrit(z), digits = 15), "\n")
for (i in seq_len(nrow(v))) cat(paste0("variance.", v$grp[i]), format(v$vcov[i], digits = 12), "\n")
for (i in seq_along(fixef(z))) cat(paste0("beta", i - 1), format(fixef(z)[[i]], digits = 12), "\n")

"""Means, medians, spreads."""
import statistics as st

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.fmean(data), st.median(data), st.mode([1, 1, 2, 3]), st.multimode("aabbc"))
print(st.stdev(data), st.variance(data), st.pstdev(data), st.pvariance(data))
print(st.mean([1, 2, 3, 4]), st.mean([1, 3]), st.median([1, 2, 3, 4]), st.median_low([1, 2, 3, 4]))
print(st.quantiles(range(1, 12), n=4), st.harmonic_mean([40, 60]), round(st.geometric_mean([54, 24, 36]), 1))
print(st.correlation([1, 2, 3], [1, 5, 7]), st.linear_regression([1, 2, 3], [2, 4, 6.5]))
for function in (st.mean, st.median, st.stdev):
    try:
        function([])
    except st.StatisticsError as error:
        print(error)
print(st.NormalDist(100, 15).cdf(115), st.NormalDist(0, 1))

# expect: 1.6071428571428572 1.6071428571428572 1.25 1 ['a', 'b']
# expect: 1.171334200612195 1.3720238095238095 1.084444746477784 1.1760204081632653
# expect: 2.5 2 2.5 2
# expect: [3.0, 6.0, 9.0] 48.0 36.0
# expect: 0.9819805060619656 LinearRegression(slope=2.25, intercept=-0.33333333333333304)
# expect: mean requires at least one data point
# expect: no median for empty data
# expect: stdev requires at least two data points
# expect: 0.8413447460685429 NormalDist(mu=0.0, sigma=1.0)

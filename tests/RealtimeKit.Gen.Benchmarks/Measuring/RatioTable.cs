using System.Globalization;

namespace RealtimeKit.Gen.Benchmarks.Measuring;

/// <summary>Prints the results of a contest as a table.</summary>
internal static class RatioTable
{
    /// <summary>Prints the table. The first result is the baseline.</summary>
    public static void Print(string title, IReadOnlyList<Result> results)
    {
        Console.WriteLine();
        Console.WriteLine($"{title,-44}{"time",10}{"ratio",8}{"bytes",12}{"ratio",8}");
        foreach (Result result in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Name,-44}{Time(result.Nanoseconds),10}{result.TimeRatio,8:0.00}{result.Bytes,12:0}{Ratio(result.Bytes, results[0].Bytes),8}"));
        }
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:0.00} s"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.00} µs"),
    };

    private static string Ratio(double value, double baseline)
        => baseline < 1 ? "-" : (value / baseline).ToString("0.00", CultureInfo.InvariantCulture);
}

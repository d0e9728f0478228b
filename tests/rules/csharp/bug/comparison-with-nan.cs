public class Statistics
{
    public double Mean(double[] values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            if (value != double.NaN) // finds: csharp.bug.comparison-with-nan
            {
                sum += value;
            }
        }
        if (sum == float.NaN) // finds: csharp.bug.comparison-with-nan
        {
            return 0;
        }
        if (double.IsNaN(sum)) // ok: csharp.bug.comparison-with-nan
        {
            return double.NaN; // ok: csharp.bug.comparison-with-nan
        }
        return sum / values.Length;
    }
}

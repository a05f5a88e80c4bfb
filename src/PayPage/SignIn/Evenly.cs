namespace PayPage.SignIn;

/// <summary>Answers that tell strangers nothing come after the same time, whatever was or was not done: else a watch tells who has an account.</summary>
internal static class Evenly
{
    /// <summary>Longer than the work ever takes on a machine that is not overloaded.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(400);

    /// <param name="began">From <see cref="TimeProvider.GetTimestamp"/>.</param>
    public static Task WaitAsync(TimeProvider clock, long began, CancellationToken ct)
    {
        var left = LeastTime - clock.GetElapsedTime(began);
        return left > TimeSpan.Zero ? Task.Delay(left, clock, ct) : Task.CompletedTask;
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PayPage.Data;
using PayPage.Unit.Support;

namespace PayPage.Unit.Data;

/// <summary>What a database says that cannot be used, in our sentences.</summary>
public sealed class StoreFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(8, "may not be written to")]
    [InlineData(10, "fails, or is full")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "no space left")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "is no database")]
    [InlineData(5, null)]    // busy: that passes by itself
    [InlineData(19, null)]    // a rule of ours was broken
    public void Each_fault_has_its_sentence_however_deep_it_lies(int code, string? words)
    {
        var said = StoreFault.Of(new InvalidOperationException("", new DbUpdateException("", new SqliteException("", code))));

        Assert.Equal(words is null, said is null);
        Assert.Contains(words ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_was_asked_in_vain_again_and_again_is_one_and_a_fault_of_ours_is_none()
    {
        Assert.Contains("server cannot be reached", StoreFault.Of(new RetryLimitExceededException("", new InvalidOperationException())), StringComparison.Ordinal);
        Assert.Null(StoreFault.Of(new InvalidOperationException()));
        Assert.Null(StoreFault.Of(null));
    }

    [Fact]
    public async Task The_seam_remembers_why_nothing_could_be_written_until_something_can()
    {
        await using var world = await World.CreateAsync();
        var write = world.Get<WriteSeam>();
        Assert.Null(write.Trouble);

        await Assert.ThrowsAsync<SqliteException>(() => write.RunAsync((_, _) => throw new SqliteException("", 8), Ct));
        Assert.Equal("The database file may not be written to.", write.Trouble);
        await Assert.ThrowsAsync<InvalidOperationException>(() => write.RunAsync((_, _) => throw new InvalidOperationException(), Ct));
        Assert.NotNull(write.Trouble);

        await write.RunAsync((_, _) => Task.CompletedTask, Ct);
        Assert.Null(write.Trouble);
    }
}

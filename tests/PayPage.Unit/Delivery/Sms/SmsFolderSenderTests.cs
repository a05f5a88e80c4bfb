using PayPage.Domain.Delivery;
using PayPage.Unit.Delivery.Support;

namespace PayPage.Unit.Delivery.Sms;

public sealed class SmsFolderSenderTests
{
    private static readonly SmsMessage Message = new("msg_1", "+31612345678", "فاتورة \"1\" & more", new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_one_file_that_a_person_can_read()
    {
        using var room = new DeliveryRoom("Development");

        Assert.Equal(new DeliveryOutcome.Accepted(), await room.Get<ISmsSender>().SendAsync(Message, _ => Task.FromResult(true), Ct));

        var file = Assert.Single(Directory.GetFiles(Path.Combine(room.Folder, "sms")));
        Assert.Equal("msg_1.json", Path.GetFileName(file));
        Assert.Equal(
            """
            {
              "to": "+31612345678",
              "text": "فاتورة \"1\" & more",
              "segments": 1,
              "date": "2026-11-21T12:00:00+00:00"
            }
            """.ReplaceLineEndings("\n"),
            (await File.ReadAllTextAsync(file, Ct)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_send_leaves_nothing_behind()
    {
        using var room = new DeliveryRoom("Development");

        Assert.Equal(new DeliveryOutcome.Held(), await room.Get<ISmsSender>().SendAsync(Message, _ => Task.FromResult(false), Ct));
        Assert.Empty(Directory.GetFiles(Path.Combine(room.Folder, "sms")));
    }

    [Theory]
    [InlineData("+31", "+4915112345678")]
    [InlineData("+31", "31612345678")]
    [InlineData(null, "31612345678")]
    [InlineData(null, "")]
    public async Task A_number_that_is_not_allowed_or_no_number_is_refused(string? prefix, string to)
    {
        using var room = new DeliveryRoom("Development", prefix is null ? [] : [("Sms__AllowedPrefixes__0", prefix)]);

        Assert.Equal(
            new DeliveryOutcome.Refused(SmsLimits.Objection),
            await room.Get<ISmsSender>().SendAsync(Message with { To = to }, _ => Task.FromResult(true), Ct));
    }
}

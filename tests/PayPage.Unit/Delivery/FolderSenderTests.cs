using PayPage.Delivery.Email;
using PayPage.Domain.Delivery;
using PayPage.Unit.Delivery.Smtp;
using PayPage.Unit.Delivery.Support;

namespace PayPage.Unit.Delivery;

public sealed class FolderSenderTests : IDisposable
{
    private readonly DeliveryRoom _room = new("Development", ("Email__From", SmtpTest.From));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string[] Files => [.. Directory.GetFiles(_room.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>()];

    [Fact]
    public async Task A_mail_sent_twice_is_one_whole_file()
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(new DeliveryOutcome.Accepted(), await SendAsync(mayLeave: true));
        }

        Assert.Equal(["msg_1.eml"], Files);
        Assert.Equal(MimeText.Of(SmtpTest.Mail, SmtpTest.From), await File.ReadAllTextAsync(Path.Combine(_room.Folder, "mail", "msg_1.eml"), Ct));
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_send_leaves_nothing_behind()
    {
        Assert.Equal(new DeliveryOutcome.Held(), await SendAsync(mayLeave: false));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_nobody_knows()
    {
        await File.WriteAllTextAsync(Path.Combine(_room.Folder, "mail"), "a file where the folder should be", Ct);

        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(mayLeave: true));
    }

    public void Dispose() => _room.Dispose();

    private Task<DeliveryOutcome> SendAsync(bool mayLeave) => _room.Get<IEmailSender>().SendAsync(SmtpTest.Mail, _ => Task.FromResult(mayLeave), Ct);
}

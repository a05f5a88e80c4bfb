using System.Reflection;
using Microsoft.Extensions.Logging;
using PayPage.Sandbox;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.TestCards;
using PayPage.Unit.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxRuleTests
{
    private static readonly Assembly Room = typeof(SandboxOptions).Assembly;

    [Fact]
    public void Only_the_doors_are_public() => Assert.Equal(
        ["SandboxEndpoints", "SandboxOptions", "SandboxRegistration", "SandboxWebhooks"],
        Room.GetExportedTypes().Select(t => t.Name).Order());

    [Fact]
    public void Every_log_event_has_a_number_of_the_sandbox()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var ids = Room.GetTypes().SelectMany(t => t.GetMethods(all))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().Select(a => a.EventId).ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.InRange(id, 7000, 7099));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void The_docs_list_every_card_and_amount()
    {
        var docs = File.ReadAllText(Path.Combine(Approved.Root(), "docs", "sandbox.md"));

        Assert.All(TestTable.Cards, c => Assert.Contains($"| `{c.Grouped}` | {c.Does} |", docs, StringComparison.Ordinal));
        Assert.All(TestTable.Amounts, a => Assert.Contains($"| {a.LastDigits} | {a.Does} |", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_state_is_reached_and_the_right_ones_are_final()
    {
        var statuses = Enum.GetValues<PaymentStatus>();

        Assert.All(statuses.Where(s => s != PaymentStatus.Open), s => Assert.Contains(PaymentStates.Moves, m => m.To == s));
        Assert.Equal(
            [PaymentStatus.Succeeded, PaymentStatus.Failed, PaymentStatus.Canceled, PaymentStatus.Expired],
            statuses.Where(s => !PaymentStates.Moves.Any(m => m.From == s)));
        Assert.All(statuses, s => Assert.Equal(s, PaymentStates.Parse(s.Text())));
    }
}

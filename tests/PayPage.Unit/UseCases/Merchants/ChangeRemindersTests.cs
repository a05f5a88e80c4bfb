using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeRemindersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_are_kept_in_the_order_of_their_days_and_empty_rows_are_none()
    {
        await using var world = await World.CreateAsync();

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, true, null, Step("14", "after", on: false), Step("", "after"), Step("0", "after"), Step("5", "before")));

        var merchant = await MerchantAsync(world);
        Assert.Equal((true, "-5 0 14off"), (merchant.Reminds, $"{merchant.ReminderPlan}"));
        Assert.Equal(1, await world.ReadAsync(db => db.ReminderRounds.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_new_merchant_reminds_nobody_and_has_the_usual_plan_ready()
    {
        await using var world = await World.CreateAsync();

        var merchant = await MerchantAsync(world);

        Assert.Equal((false, "-5 1"), (merchant.Reminds, $"{merchant.ReminderPlan}"));
    }

    [Theory]
    [InlineData("61", "before", "Steps[0].Days")]
    [InlineData("181", "after", "Steps[0].Days")]
    [InlineData("-1", "after", "Steps[0].Days")]
    [InlineData("two", "before", "Steps[0].Days")]
    public async Task A_day_out_of_reach_is_refused_at_its_row(string days, string when, string field)
    {
        await using var world = await World.CreateAsync();

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, false, null, Step(days, when)));

        Assert.Equal([field], faulty.Messages.Keys);
    }

    [Fact]
    public async Task Two_steps_on_one_day_no_steps_at_all_and_bad_words_are_refused()
    {
        await using var world = await World.CreateAsync();

        Assert.Contains("Steps[1].Days", Faults(await ChangeAsync(world, true, null, Step("0", "before"), Step("0", "after"))));
        Assert.Contains("Reminds", Faults(await ChangeAsync(world, true, null, Step("5", "before", on: false))));
        Assert.Contains("ReminderMessage", Faults(await ChangeAsync(world, true, "Pay {{ now }}", Step("5", "before"))));
        Assert.False((await MerchantAsync(world)).Reminds);
    }

    [Fact]
    public async Task Eleven_steps_are_too_many()
    {
        await using var world = await World.CreateAsync();

        Assert.NotEmpty(Faults(await ChangeAsync(world, true, null, [.. Enumerable.Range(1, 11).Select(day => Step($"{day}", "after"))])));
    }

    [Fact]
    public async Task Who_was_overtaken_is_told()
    {
        await using var world = await World.CreateAsync();
        var seen = Reminders.StampOf(await MerchantAsync(world));
        await ChangeAsync(world, true, null, Step("3", "after"));

        Assert.IsType<SettingsOutcome.Overtaken>(await world.UseAsync<ChangeReminders, SettingsOutcome>(
            change => change.HandleAsync(world.Caller.MerchantId, new Reminders(false, [Step("5", "before")], null), seen, Ct)));
    }

    private static TypedStep Step(string days, string when, bool on = true) => new() { Days = days, When = when, IsOn = on };

    private static IEnumerable<string> Faults(SettingsOutcome outcome) => Assert.IsType<SettingsOutcome.Faulty>(outcome).Messages.Keys;

    private static Task<Merchant> MerchantAsync(World world) => world.ReadAsync(db => db.Merchants.AsNoTracking().SingleAsync(Ct));

    private static Task<SettingsOutcome> ChangeAsync(World world, bool reminds, string? message, params TypedStep[] steps) =>
        world.UseAsync<ChangeReminders, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, new Reminders(reminds, steps, message), null, Ct));
}

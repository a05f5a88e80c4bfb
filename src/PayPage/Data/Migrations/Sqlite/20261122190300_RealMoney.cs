using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RealMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "DeclinedTries",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Disputed",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "GivenBack",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "HoldsUntil",
                table: "Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MoneyReference",
                table: "Payments",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Style",
                table: "Payments",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Hosted");

            migrationBuilder.AddColumn<bool>(
                name: "WasOnItsWay",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDraft",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "KeyEnd",
                table: "Accounts",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ListNextAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ListedUpTo",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnId",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicKey",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RefusedSince",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Style",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Hosted");

            migrationBuilder.AddColumn<DateTime>(
                name: "TestedAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UsedSince",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_AccountId_MoneyReference",
                table: "Payments",
                columns: new[] { "AccountId", "MoneyReference" },
                unique: true,
                filter: "[MoneyReference] IS NOT NULL");

            // Payments that were made before: their money is named as they are, and what refunds took or hold of them is counted.
            migrationBuilder.Sql("UPDATE Payments SET MoneyReference = ProcessorReference WHERE Status = 'Succeeded' AND ProcessorReference IS NOT NULL;");
            migrationBuilder.Sql(
                "UPDATE Payments SET GivenBack = (SELECT COALESCE(SUM(Refunds.Amount_Minor), 0) FROM Refunds "
                + "WHERE Refunds.PaymentId = Payments.Id AND Refunds.Status <> 'Failed') WHERE Status = 'Succeeded';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_AccountId_MoneyReference",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "DeclinedTries",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Disputed",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "GivenBack",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "HoldsUntil",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "MoneyReference",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Style",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "WasOnItsWay",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "IsDraft",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "KeyEnd",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ListNextAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ListedUpTo",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "OwnId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PublicKey",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RefusedSince",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Style",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "TestedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "UsedSince",
                table: "Accounts");
        }
    }
}

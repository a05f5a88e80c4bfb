using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.SqlServer
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
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Disputed",
                table: "Payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "GivenBack",
                table: "Payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "HoldsUntil",
                table: "Payments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MoneyReference",
                table: "Payments",
                type: "varchar(255)",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Style",
                table: "Payments",
                type: "varchar(30)",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Hosted");

            migrationBuilder.AddColumn<DateTime>(
                name: "ListedUpTo",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnId",
                table: "Accounts",
                type: "varchar(255)",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicKey",
                table: "Accounts",
                type: "varchar(255)",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RefusedSince",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Style",
                table: "Accounts",
                type: "varchar(30)",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Hosted");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_AccountId_MoneyReference",
                table: "Payments",
                columns: new[] { "AccountId", "MoneyReference" },
                unique: true,
                filter: "[MoneyReference] IS NOT NULL");
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
        }
    }
}
